package io.twinpath.importer;

import io.twinpath.driver.Command;
import io.twinpath.driver.Driver;
import io.twinpath.driver.EsxcliCommand;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.FileCommand;
import io.twinpath.driver.FileQuery;
import io.twinpath.driver.InventoryQuery;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.MethodQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.ProgramCommand;
import io.twinpath.driver.ProgramQuery;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Reply;
import io.twinpath.driver.Writer;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.kind.LabApi;
import io.twinpath.lab.LabShell;
import io.twinpath.lab.esxcli.Esxcli;
import io.twinpath.lab.esxcli.HostView;
import io.twinpath.lab.shell.CommandResult;
import io.twinpath.lab.site.Site;
import io.twinpath.lab.site.Sites;
import io.twinpath.model.Transport;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The hosts of a simulated site, asked and changed without a network. */
final class LabDriver implements Driver {

    private final Site site;
    private final Transport transport;
    private final Map<String, LabApi> apis = new TreeMap<>();
    private final Map<String, LabShell> shells = new TreeMap<>();

    LabDriver(Site site) {
        this(site, Transport.SSH);
    }

    /** @param transport the only one that leads to the hosts */
    LabDriver(Site site, Transport transport) {
        this.site = site;
        this.transport = transport;
        site.hosts.keySet().forEach(host -> shells.put(host, new LabShell(site, host)));
    }

    @Override
    public List<Transport> ways(String place) {
        return transport == Transport.SSH
                ? Driver.sshToHosts(place)
                : site.hosts.containsKey(place) ? List.of(transport) : List.of();
    }

    @Override
    public Reader reader(String host) {
        return new Reader() {
            @Override
            public Map<Query, Reply> ask(List<Query> queries) {
                Map<Query, Reply> replies = new LinkedHashMap<>();
                if (transport == Transport.API) {
                    return api(host).ask(queries);
                }
                queries.forEach(query -> replies.put(query, LabDriver.this.ask(host, query)));
                return replies;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Writer writer(String host) {
        throw new UnsupportedOperationException(host);
    }

    private Reply ask(String host, Query query) {
        return switch (query) {
            case EsxcliQuery q -> esxcli(host, q, Format.XML);
            case FileQuery q ->
                shell(
                        host,
                        query,
                        "[ -f " + q.file().path() + " ] || exit " + FileQuery.ABSENT + "; cat "
                                + q.file().path());
            case ProgramQuery q -> shell(host, query, q.typed());
            case PropertyQuery q -> throw new UnsupportedOperationException(q.typed());
            case InventoryQuery q -> throw new UnsupportedOperationException(q.typed());
            case MethodQuery q -> throw new UnsupportedOperationException(q.typed());
        };
    }

    private Reply shell(String host, Query query, String script) {
        CommandResult result = Objects.requireNonNull(shells.get(host), host).run(script);
        return new Reply(result.exit(), Format.TEXT, result.out(), host + ": " + query);
    }

    Reply esxcli(String host, EsxcliQuery query, Format format) {
        List<String> words = new ArrayList<>(format == Format.XML ? List.of("--formatter=xml") : List.of());
        words.addAll(words(query.words(), query.options()));
        StringBuilder out = new StringBuilder();
        int exit = run(host, words, out);
        return new Reply(exit, format, out.toString(), host + ": " + query);
    }

    /** What esxcli said; nothing when it agreed. */
    String send(String host, Command command) {
        return switch (command) {
            case EsxcliCommand c -> esxcli(host, words(c.words(), c.options()));
            case ProgramCommand c -> throw new UnsupportedOperationException(c.toString());
            case FileCommand c -> throw new UnsupportedOperationException(c.toString());
            case MethodCommand c -> {
                Reply reply = api(host).send(c);
                yield reply.ok() ? "" : reply.body();
            }
        };
    }

    private LabApi api(String host) {
        return apis.computeIfAbsent(host, name -> new LabApi(site, name));
    }

    String esxcli(String host, List<String> words) {
        StringBuilder out = new StringBuilder();
        return run(host, words, out) == 0 ? "" : out.toString();
    }

    private int run(String host, List<String> words, StringBuilder out) {
        HostView view = new HostView(site, host, InstantSource.fixed(Sites.MORNING));
        return new Esxcli(view).run(words, out).exit();
    }

    private static List<String> words(List<String> words, List<Option> options) {
        List<String> all = new ArrayList<>(words);
        options.forEach(o -> all.add(o.toString()));
        return all;
    }

    @Override
    public void close() {
        shells.values().forEach(LabShell::close);
    }
}

package io.twinpath.kind.dns;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import io.twinpath.kind.Script;
import io.twinpath.kind.Standing;
import io.twinpath.model.Address;
import io.twinpath.model.Ip;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Names in the words of {@code esxcli system hostname} and {@code esxcli network ip dns}. */
final class DnsSsh implements Standing<Dns> {

    private static final EsxcliQuery HOSTNAME = EsxcliQuery.of("system hostname get");
    private static final String SERVER = "network ip dns server ";
    private static final String SEARCH = "network ip dns search ";

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    @Override
    public List<Query> queries(Address address, Optional<Dns> wanted, Replies known) {
        if (wanted.isEmpty()) {
            return census();
        }
        Dns dns = wanted.orElseThrow();
        List<Query> queries = new ArrayList<>();
        if (dns.hostname().isPresent() || dns.domain().isPresent()) {
            queries.add(HOSTNAME);
        }
        ask(DnsKind.DEFAULT_STACK, dns.resolver(), queries);
        dns.netstacks().forEach((stack, resolver) -> ask(stack, resolver, queries));
        return queries;
    }

    private static void ask(String stack, Dns.Resolver wanted, List<Query> into) {
        wanted.servers().ifPresent(s -> into.add(list(SERVER, stack)));
        wanted.search().ifPresent(s -> into.add(list(SEARCH, stack)));
    }

    @Override
    public Observed<Dns> read(Address address, Optional<Dns> wanted, Replies replies) throws UnreadableException {
        Optional<String> hostname = Optional.empty();
        Optional<String> domain = Optional.empty();
        if (replies.has(HOSTNAME)) {
            Row row = replies.row(HOSTNAME);
            hostname = Optional.of(row.need("Host Name"));
            domain = Optional.of(row.text("Domain Name").orElse(""));
        }
        Dns.Resolver own = resolver(DnsKind.DEFAULT_STACK, replies);
        Map<String, Dns.Resolver> others = new TreeMap<>();
        if (wanted.isPresent()) {
            for (String stack : wanted.orElseThrow().netstacks().keySet()) {
                others.put(stack, resolver(stack, replies));
            }
        }
        return new Observed.Present<>(new Dns(hostname, domain, own.servers(), own.search(), others));
    }

    private static Dns.Resolver resolver(String stack, Replies replies) throws UnreadableException {
        Optional<List<Ip>> servers = Optional.empty();
        EsxcliQuery asked = list(SERVER, stack);
        if (replies.has(asked)) {
            servers = Optional.of(servers(replies.row(asked)));
        }
        EsxcliQuery domains = list(SEARCH, stack);
        Optional<List<String>> search =
                replies.has(domains) ? Optional.of(replies.row(domains).items("DNSSearch Domains")) : Optional.empty();
        return new Dns.Resolver(servers, search);
    }

    private static List<Ip> servers(Row row) throws UnreadableException {
        List<Ip> servers = new ArrayList<>();
        for (String item : row.items("DNSServers")) {
            try {
                servers.add(Ip.parse(item));
            } catch (IllegalArgumentException e) {
                throw new UnreadableException(row.source() + ": \"" + item + "\" is no address.", e);
            }
        }
        return servers;
    }

    @Override
    public List<Query> census() {
        return List.of(HOSTNAME, list(SERVER, DnsKind.DEFAULT_STACK), list(SEARCH, DnsKind.DEFAULT_STACK));
    }

    @Override
    public Map<Address, Optional<Dns>> found(Scope.Host host, Replies replies) throws UnreadableException {
        replies.row(HOSTNAME);
        return Map.of(new Address("dns", host, "dns"), Optional.empty());
    }

    @Override
    public List<Command> change(Address address, Dns before, Dns after) {
        Script script = new Script();
        List<Option> names = new ArrayList<>();
        if (Script.differs(before.domain(), after.domain())) {
            names.add(Option.of("domain", after.domain().orElseThrow()));
        }
        if (Script.differs(before.hostname(), after.hostname())) {
            names.add(Option.of("host", after.hostname().orElseThrow()));
        }
        if (!names.isEmpty()) {
            script.add("system hostname set", names);
        }
        resolver(script, DnsKind.DEFAULT_STACK, before.resolver(), after.resolver());
        after.netstacks().forEach((stack, wanted) -> {
            Dns.Resolver found = before.netstacks().get(stack);
            resolver(
                    script,
                    stack,
                    found == null ? new Dns.Resolver(Optional.empty(), Optional.empty()) : found,
                    wanted);
        });
        return script.commands();
    }

    private static void resolver(Script script, String stack, Dns.Resolver before, Dns.Resolver after) {
        Script.ordered(
                before.servers(),
                after.servers(),
                ip -> script.add(SERVER + "add", options("server", ip.toString(), stack)),
                ip -> script.add(SERVER + "remove", options("server", ip.toString(), stack)));
        Script.ordered(
                before.search(),
                after.search(),
                domain -> script.add(SEARCH + "add", options("domain", domain, stack)),
                domain -> script.add(SEARCH + "remove", options("domain", domain, stack)));
    }

    private static List<Option> options(String name, String value, String stack) {
        List<Option> options = new ArrayList<>(List.of(Option.of(name, value)));
        DnsKind.option(stack).ifPresent(s -> options.add(Option.of("netstack", s)));
        return options;
    }

    private static EsxcliQuery list(String words, String stack) {
        return DnsKind.option(stack)
                .map(s -> EsxcliQuery.of(words + "list", Option.of("netstack", s)))
                .orElseGet(() -> EsxcliQuery.of(words + "list"));
    }
}

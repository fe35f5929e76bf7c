package io.twinpath.kind;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliCommand;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.FileCommand;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.Option;
import io.twinpath.driver.ProgramCommand;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.lab.esxcli.Esxcli;
import io.twinpath.lab.esxcli.HostView;
import io.twinpath.lab.esxcli.VimCmd;
import io.twinpath.lab.site.Host;
import io.twinpath.lab.site.Json;
import io.twinpath.lab.site.Site;
import io.twinpath.lab.site.Sites;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One host of a simulated site, asked and changed with the words of the kinds and without a network. */
final class LabHost {

    final Site site;
    final Host host;
    private final HostView view;
    private final Format format;

    /** The commands that the host refused, each with its answer. */
    final List<String> refusals = new ArrayList<>();

    LabHost(Site site, String name, Format format) {
        this.site = site;
        this.host = site.host(name);
        this.view = new HostView(site, name, InstantSource.fixed(Sites.MORNING));
        this.format = format;
    }

    Replies ask(List<Query> queries, Replies known) {
        Map<Query, Reply> replies = new LinkedHashMap<>();
        for (Query query : queries) {
            if (query instanceof EsxcliQuery asked && !known.has(query)) {
                List<String> words = new ArrayList<>(format == Format.XML ? List.of("--formatter=xml") : List.of());
                words.addAll(words(asked.words(), asked.options()));
                StringBuilder out = new StringBuilder();
                int exit = new Esxcli(view).run(words, out).exit();
                replies.put(query, new Reply(exit, format, out.toString(), "lab: " + query));
            }
        }
        known.add(replies);
        return known;
    }

    void send(List<Command> commands) {
        for (Command command : commands) {
            StringBuilder out = new StringBuilder();
            if (run(command, out).exit() != 0) {
                refusals.add(command + ": " + out.toString().strip());
            }
        }
    }

    private Esxcli.Done run(Command command, StringBuilder out) {
        return switch (command) {
            case EsxcliCommand c -> new Esxcli(view).run(words(c.words(), c.options()), out);
            case ProgramCommand.RenameDatastore c ->
                new VimCmd(view).call(c.words().subList(1, c.words().size()), out);
            case ProgramCommand c -> throw new IllegalStateException(c.toString());
            case FileCommand c -> throw new IllegalStateException(c.toString());
            case MethodCommand c -> throw new IllegalStateException(c.toString());
        };
    }

    String state() {
        try {
            return Json.json().writeValueAsString(site);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> words(List<String> words, List<Option> options) {
        List<String> all = new ArrayList<>(words);
        options.forEach(o -> all.add(o.toString()));
        return all;
    }
}

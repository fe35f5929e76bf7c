package io.twinpath.importer;

import io.twinpath.kind.Kinds;
import io.twinpath.model.Catalogue;
import io.twinpath.model.HostFact;
import io.twinpath.model.PciId;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the hosts of a site have, as the files of a project.
 *
 * @param files their texts by their names in the project
 * @param leftOut what could not be read or cannot be said
 */
public record SiteDraft(SortedMap<String, String> files, SortedSet<LeftOut> leftOut) {

    /** Where a project keeps the module that an import can call. */
    public static final String MODULE_FILE = MultipathCall.FILE;

    public SiteDraft {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        leftOut = Collections.unmodifiableSortedSet(new TreeSet<>(leftOut));
    }

    /**
     * What there is already where the files go.
     *
     * @param fileExists by a file's name in the project
     * @param groupExists by a group's name
     * @param module the text of the project's own module for storage over two paths, when it has one
     */
    public record Surroundings(Predicate<String> fileExists, Predicate<String> groupExists, Optional<String> module) {}

    /**
     * Only hosts that answered are written.
     *
     * @param kinds the kinds that there are, given the NIC models that are known
     */
    public static SiteDraft of(
            Snapshot snapshot, Function<Catalogue, Kinds> kinds, Catalogue catalogue, Surroundings around) {
        UnknownCards unknown = UnknownCards.of(snapshot, catalogue);
        return new Maker(snapshot, kinds.apply(unknown.in(catalogue)).declarable(), unknown, around).make();
    }

    /** Makes one draft. */
    private static final class Maker {

        private final Snapshot snapshot;
        private final Kinds kinds;
        private final Surroundings around;
        private final Map<String, String> sources;
        private final UnknownCards unknown;
        private final SortedMap<String, String> files = new TreeMap<>();
        private final SortedSet<LeftOut> leftOut = new TreeSet<>();
        private final Defaults defaults;

        Maker(Snapshot snapshot, Kinds kinds, UnknownCards unknown, Surroundings around) {
            this.snapshot = snapshot;
            this.kinds = kinds;
            this.around = around;
            this.sources = Sources.of(kinds);
            this.unknown = unknown;
            this.defaults = Defaults.standard();
        }

        SiteDraft make() {
            SortedMap<String, HostDraft> drafts = new TreeMap<>();
            Map<String, List<String>> heads = new LinkedHashMap<>();
            snapshot.hosts().forEach((host, fact) -> {
                if (fact instanceof HostFact.Reached reached) {
                    HostDraft draft = HostDraft.of(host, snapshot, kinds, defaults, unknown);
                    drafts.put(host, draft);
                    heads.put(host, head(reached, draft.leftOut()));
                    leftOut.addAll(draft.leftOut());
                }
            });
            Optional<String> module = around.module().or(MultipathCall::bundled);
            Idiom idiom = new Idiom(drafts, module.map(text -> new ModuleCheck(text, kinds)));
            Map<SortedSet<String>, Idiom.Call> calls = idiom.calls();
            Sharing sharing = Sharing.of(idiom.hosts());
            groups(sharing, idiom, calls);
            sharing.rests()
                    .forEach((host, rest) -> files.put(
                            "inventory/hosts/" + host + ".yml",
                            hostPage(host, rest, heads.getOrDefault(host, List.of()), idiom, calls)));
            if (idiom.callsModule() && around.module().isEmpty()) {
                module.ifPresent(text -> files.put(MultipathCall.FILE, text));
            }
            hardware();
            return new SiteDraft(files, leftOut);
        }

        private static List<String> head(HostFact.Reached host, SortedSet<LeftOut> leftOut) {
            List<String> head = new ArrayList<>();
            head.add("As found on ESXi " + host.version() + ", build " + host.build() + ".");
            leftOut.forEach(l -> head.add("Left out: " + l.what() + ": " + l.why()));
            return head;
        }

        private String hostPage(
                String host, Leaves rest, List<String> head, Idiom idiom, Map<SortedSet<String>, Idiom.Call> calls) {
            Body body = body(Map.of(), rest, calls.get(new TreeSet<>(Set.of(host))), idiom, List.of("hosts", host));
            Value.Fields document = new Value.Fields(Map.of("hosts", new Value.Fields(Map.of(host, body.value))));
            return Page.of(head, document, comments("hosts", host), body.templates);
        }

        private record Body(Value value, Set<List<String>> templates) {}

        /** Variables first, then the call of a module, then the rest. */
        private static Body body(
                Map<String, Value> first, Leaves leaves, Idiom.@Nullable Call call, Idiom idiom, List<String> at) {
            Map<String, Value> fields = new LinkedHashMap<>(first);
            Set<List<String>> templates = new HashSet<>(idiom.templates(leaves, at));
            Map<String, Value> rest = leaves.tree().fields();
            Optional.ofNullable(rest.get("vars")).ifPresent(vars -> fields.put("vars", vars));
            if (call != null) {
                fields.put("use", call.use());
                call.templates().forEach(t -> templates.add(Idiom.joined(Leaves.then(at, "use"), t)));
            }
            rest.forEach(fields::putIfAbsent);
            return new Body(new Value.Fields(fields), templates);
        }

        private Map<List<String>, String> comments(String section, String name) {
            Map<List<String>, String> comments = new LinkedHashMap<>();
            sources.forEach((key, command) -> comments.put(List.of(section, name, key), command));
            return comments;
        }

        private void groups(Sharing sharing, Idiom idiom, Map<SortedSet<String>, Idiom.Call> calls) {
            Map<SortedSet<String>, Leaves> sets = new LinkedHashMap<>(sharing.groups());
            calls.keySet().stream().filter(set -> set.size() > 1).forEach(set -> sets.putIfAbsent(set, Leaves.NONE));
            if (sets.isEmpty()) {
                return;
            }
            Map<String, Value> groups = new LinkedHashMap<>();
            Map<List<String>, String> comments = new LinkedHashMap<>();
            Set<List<String>> templates = new HashSet<>();
            sets.forEach((hosts, leaves) -> {
                String wanted = calls.containsKey(hosts)
                                && hosts.size() < sharing.rests().size()
                        ? "storage_hosts"
                        : "servers";
                String name = free(
                        wanted,
                        n -> groups.containsKey(n) || around.groupExists().test(n));
                Value members = new Value.Items(hosts.stream().map(Value::text).toList());
                Body body = body(Map.of("hosts", members), leaves, calls.get(hosts), idiom, List.of("groups", name));
                groups.put(name, body.value);
                templates.addAll(body.templates);
                comments.putAll(comments("groups", name));
            });
            Value.Fields document = new Value.Fields(Map.of("groups", new Value.Fields(groups)));
            List<String> head = List.of("What several hosts have in common; what differs stands with each host.");
            files.put(freeFile("inventory/groups"), Page.of(head, document, comments, templates));
        }

        private void hardware() {
            Map<String, Value> entries = new LinkedHashMap<>();
            unknown.ids().forEach((name, id) -> entries.put(name, entry(id)));
            if (!entries.isEmpty()) {
                List<String> head =
                        List.of("Network cards that the hardware catalogue does not know; give them better titles.");
                Value.Fields document = new Value.Fields(Map.of("hardware", new Value.Fields(entries)));
                files.put(freeFile("inventory/hardware"), Page.of(head, document, Map.of(), Set.of()));
            }
        }

        private static Value entry(PciId id) {
            Map<String, Value> fields = new LinkedHashMap<>();
            fields.put("title", Value.text(UnknownCards.title(id)));
            fields.put("ids", new Value.Items(List.of(Value.text(id.text()))));
            fields.put("confidence", Value.text("captured"));
            return new Value.Fields(fields);
        }

        private String freeFile(String name) {
            return free(name, n -> around.fileExists().test(n + ".yml")) + ".yml";
        }

        private static String free(String name, Predicate<String> taken) {
            String free = name;
            for (int n = 2; taken.test(free); n++) {
                free = name + "_" + n;
            }
            return free;
        }
    }
}

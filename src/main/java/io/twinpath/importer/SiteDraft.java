package io.twinpath.importer;

import io.twinpath.kind.Kinds;
import io.twinpath.model.Catalogue;
import io.twinpath.model.HostFact;
import io.twinpath.model.PciId;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the hosts of a site have, as the files of a project.
 *
 * @param files their texts by their names in the project
 * @param leftOut what could not be read or cannot be said
 */
public record SiteDraft(SortedMap<String, String> files, SortedSet<LeftOut> leftOut) {

    public SiteDraft {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        leftOut = Collections.unmodifiableSortedSet(new TreeSet<>(leftOut));
    }

    /**
     * What there is already where the files go.
     *
     * @param fileExists by a file's name in the project
     * @param groupExists by a group's name
     */
    public record Surroundings(Predicate<String> fileExists, Predicate<String> groupExists) {}

    /**
     * Only hosts that answered are written.
     *
     * @param kinds the kinds that there are, given the NIC models that are known
     */
    public static SiteDraft of(
            Snapshot snapshot, Function<Catalogue, Kinds> kinds, Catalogue catalogue, Surroundings around) {
        UnknownCards unknown = UnknownCards.of(snapshot, catalogue);
        return new Maker(snapshot, kinds.apply(unknown.in(catalogue)), unknown, around).make();
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
            this.defaults = Defaults.standard(kinds);
        }

        SiteDraft make() {
            SortedMap<String, Leaves> hosts = new TreeMap<>();
            Map<String, List<String>> heads = new LinkedHashMap<>();
            snapshot.hosts().forEach((host, fact) -> {
                if (fact instanceof HostFact.Reached reached) {
                    HostDraft draft = HostDraft.of(host, snapshot, kinds, defaults, unknown);
                    hosts.put(host, draft.leaves());
                    heads.put(host, head(reached, draft.leftOut()));
                    leftOut.addAll(draft.leftOut());
                }
            });
            Sharing sharing = Sharing.of(hosts);
            groups(sharing);
            sharing.rests()
                    .forEach((host, rest) -> files.put(
                            "inventory/hosts/" + host + ".yml",
                            page("hosts", host, rest, heads.getOrDefault(host, List.of()))));
            hardware();
            return new SiteDraft(files, leftOut);
        }

        private static List<String> head(HostFact.Reached host, SortedSet<LeftOut> leftOut) {
            List<String> head = new ArrayList<>();
            head.add("As found on ESXi " + host.version() + ", build " + host.build() + ".");
            leftOut.forEach(l -> head.add("Left out: " + l.what() + ": " + l.why()));
            return head;
        }

        private String page(String section, String name, Leaves body, List<String> head) {
            Value.Fields document = new Value.Fields(Map.of(section, new Value.Fields(Map.of(name, body.tree()))));
            return Page.of(head, document, comments(section, name), Set.of());
        }

        private Map<List<String>, String> comments(String section, String name) {
            Map<List<String>, String> comments = new LinkedHashMap<>();
            sources.forEach((key, command) -> comments.put(List.of(section, name, key), command));
            return comments;
        }

        private void groups(Sharing sharing) {
            if (sharing.groups().isEmpty()) {
                return;
            }
            Map<String, Value> groups = new LinkedHashMap<>();
            Map<List<String>, String> comments = new LinkedHashMap<>();
            sharing.groups().forEach((hosts, leaves) -> {
                String name = free(
                        "servers",
                        n -> groups.containsKey(n) || around.groupExists().test(n));
                Map<String, Value> body = new LinkedHashMap<>();
                body.put(
                        "hosts", new Value.Items(hosts.stream().map(Value::text).toList()));
                body.putAll(leaves.tree().fields());
                groups.put(name, new Value.Fields(body));
                comments.putAll(comments("groups", name));
            });
            Value.Fields document = new Value.Fields(Map.of("groups", new Value.Fields(groups)));
            List<String> head = List.of("What several hosts have in common; what differs stands with each host.");
            files.put(freeFile("inventory/groups"), Page.of(head, document, comments, Set.of()));
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

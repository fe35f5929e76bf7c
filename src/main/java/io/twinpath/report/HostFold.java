package io.twinpath.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says once what is the same on many hosts: blocks of lines are grouped by the set of hosts that have them. Groups with more
 * hosts come first; blocks keep their order.
 */
final class HostFold {

    private static final int NAMED = 3;

    private final Map<List<String>, Set<String>> hostsByBlock = new LinkedHashMap<>();

    void add(String host, List<String> block) {
        hostsByBlock.computeIfAbsent(block, b -> new LinkedHashSet<>()).add(host);
    }

    /** Blocks that the same hosts have. */
    record Group(List<String> hosts, List<List<String>> blocks) {

        /** {@code esxi1, esxi2, esxi3}; with many, the first three and how many more. */
        String title() {
            if (hosts.size() <= NAMED + 1) {
                return String.join(", ", hosts);
            }
            return hosts.size() + " hosts: " + String.join(", ", hosts.subList(0, NAMED)) + " and "
                    + (hosts.size() - NAMED) + " more";
        }
    }

    List<Group> groups() {
        Map<List<String>, List<List<String>>> byHosts = new LinkedHashMap<>();
        hostsByBlock.forEach((block, hosts) -> byHosts.computeIfAbsent(List.copyOf(hosts), h -> new ArrayList<>())
                .add(block));
        List<Group> groups = new ArrayList<>();
        byHosts.forEach((hosts, blocks) -> groups.add(new Group(hosts, List.copyOf(blocks))));
        groups.sort(Comparator.comparingInt((Group g) -> -g.hosts().size()));
        return groups;
    }

    /** The same as pieces of a report. */
    static List<Report.Section> sections(HostFold fold) {
        return fold.groups().stream()
                .map(g -> new Report.Section(
                        g.title(), g.blocks().stream().flatMap(List::stream).toList()))
                .toList();
    }
}

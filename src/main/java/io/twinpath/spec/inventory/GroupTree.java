package io.twinpath.spec.inventory;

import io.twinpath.diag.Diagnostics;
import io.twinpath.model.tree.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The groups and how they contain each other. The group {@code all} has every host and contains every group, whether it is
 * declared or not.
 */
public final class GroupTree {

    /** The group that everything belongs to. */
    public static final String ALL = "all";

    private final SortedMap<String, Inventory.Group> groups;
    private final Map<String, Set<String>> parents = new HashMap<>();
    private final Map<String, Set<String>> ancestors = new HashMap<>();
    private final SortedMap<String, SortedSet<String>> members = new TreeMap<>();
    private final Map<String, List<Inventory.Group>> ofHost = new HashMap<>();

    private GroupTree(SortedMap<String, Inventory.Group> groups) {
        this.groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    }

    /** Puts groups in order; unknown names and circles go to {@code into} and are left out. */
    public static GroupTree of(SortedMap<String, Inventory.Group> groups, Set<String> hosts, Diagnostics into) {
        GroupTree tree = new GroupTree(groups);
        tree.connect(into);
        tree.cutCircles(into);
        groups.keySet().forEach(tree::climb);
        tree.gather(hosts);
        return tree;
    }

    public SortedMap<String, Inventory.Group> groups() {
        return groups;
    }

    /** The hosts of each group, those of the groups inside included, and of {@link #ALL}. */
    public SortedMap<String, SortedSet<String>> members() {
        return Collections.unmodifiableSortedMap(members);
    }

    /** The groups that a host is in, the outer before the inner. */
    public List<Inventory.Group> of(String host) {
        return ofHost.getOrDefault(host, List.of());
    }

    /** Whether {@code outer} contains {@code inner}, directly or not. */
    public boolean contains(String outer, String inner) {
        return !outer.equals(inner)
                && (outer.equals(ALL) || ancestors.getOrDefault(inner, Set.of()).contains(outer));
    }

    private SortedSet<String> membersOf(String group) {
        return members.computeIfAbsent(group, k -> new TreeSet<>());
    }

    private Inventory.Group group(String name) {
        return Objects.requireNonNull(groups.get(name));
    }

    private void connect(Diagnostics into) {
        groups.forEach((name, group) -> parents.put(name, new LinkedHashSet<>()));
        groups.forEach((name, group) -> {
            for (Node.Scalar parent : group.parents()) {
                link(parent, parent.text(), name, into);
            }
            for (Node.Scalar child : group.children()) {
                link(child, name, child.text(), into);
            }
        });
    }

    private void link(Node.Scalar written, String outer, String inner, Diagnostics into) {
        if (!groups.containsKey(written.text())) {
            into.add(InventoryProblem.describe(
                    new InventoryProblem.UnknownGroup(written.span(), written.text(), groups.keySet())));
        } else {
            parents.getOrDefault(inner, new HashSet<>()).add(outer);
        }
    }

    private void cutCircles(Diagnostics into) {
        Set<String> done = new HashSet<>();
        for (String name : groups.keySet()) {
            visit(name, new ArrayList<>(), done, into);
        }
    }

    private void visit(String name, List<String> way, Set<String> done, Diagnostics into) {
        if (done.contains(name)) {
            return;
        }
        way.add(name);
        for (String parent : List.copyOf(parents.getOrDefault(name, Set.of()))) {
            int at = way.indexOf(parent);
            if (at >= 0) {
                List<String> chain = new ArrayList<>(way.subList(at, way.size()));
                chain.add(parent);
                into.add(InventoryProblem.describe(
                        new InventoryProblem.GroupCircle(group(name).key().span(), chain.reversed())));
                parents.getOrDefault(name, new HashSet<>()).remove(parent);
            } else {
                visit(parent, way, done, into);
            }
        }
        way.removeLast();
        done.add(name);
    }

    private Set<String> climb(String name) {
        Set<String> known = ancestors.get(name);
        if (known != null) {
            return known;
        }
        Set<String> above = new HashSet<>();
        for (String parent : parents.getOrDefault(name, Set.of())) {
            above.add(parent);
            above.addAll(climb(parent));
        }
        ancestors.put(name, above);
        return above;
    }

    private void gather(Set<String> hosts) {
        members.put(ALL, new TreeSet<>(hosts));
        groups.forEach((name, group) -> {
            membersOf(name).addAll(group.hosts());
            ancestors.getOrDefault(name, Set.of()).forEach(a -> membersOf(a).addAll(group.hosts()));
        });
        for (String group : groups.keySet().stream().sorted(this::outerFirst).toList()) {
            for (String host : membersOf(group)) {
                ofHost.computeIfAbsent(host, h -> new ArrayList<>()).add(group(group));
            }
        }
    }

    /** Written out: a comparator that is put together from others is made anew at each start. */
    private int outerFirst(String left, String right) {
        int all = Boolean.compare(!left.equals(ALL), !right.equals(ALL));
        int depth = Integer.compare(depth(left), depth(right));
        return all != 0 ? all : depth != 0 ? depth : left.compareTo(right);
    }

    private int depth(String group) {
        return ancestors.getOrDefault(group, Set.of()).size();
    }
}

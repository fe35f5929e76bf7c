package io.twinpath.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The whole desired state, rendered and typed.
 *
 * @param project what the project says of itself
 * @param hosts the ways to each host
 * @param groups which hosts each group has, children included
 * @param resources everything that is declared
 * @param exact the collections that are to hold nothing else
 */
public record Spec(
        Project project,
        SortedMap<String, Access> hosts,
        SortedMap<String, SortedSet<String>> groups,
        SortedMap<Address, Resource<?>> resources,
        List<Exact> exact) {

    public Spec {
        hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
        exact = List.copyOf(exact);
    }

    /** Without exact collections. */
    public Spec(
            Project project,
            SortedMap<String, Access> hosts,
            SortedMap<String, SortedSet<String>> groups,
            SortedMap<Address, Resource<?>> resources) {
        this(project, hosts, groups, resources, List.of());
    }

    /**
     * What the project says of itself.
     *
     * @param name for people
     * @param lab the simulated site to run against when nothing else is asked for
     * @param vcenter the vCenter that the hosts belong to
     */
    public record Project(String name, Optional<String> lab, Optional<ApiAccess> vcenter) {

        /** Without a vCenter. */
        public Project(String name, Optional<String> lab) {
            this(name, lab, Optional.empty());
        }
    }

    /** The resources of one host, in the order of their addresses. */
    public Stream<Resource<?>> onHost(String host) {
        return resources.values().stream()
                .filter(r -> r.address().host().filter(host::equals).isPresent());
    }
}

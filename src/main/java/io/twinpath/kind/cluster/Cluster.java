package io.twinpath.kind.cluster;

import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Hosts that stand in for each other.
 *
 * @param unknownHosts of the wanted hosts those that vCenter does not have
 * @param busyHosts of the wanted hosts those that are in no maintenance mode and in another cluster
 */
public record Cluster(
        @Doc("Its hosts.") Optional<SortedSet<String>> hosts,
        @Doc("High availability.") Optional<Ha> ha,
        @Doc("Distribution of virtual machines.") Optional<Drs> drs,

        @Doc("Groups of virtual machines that rules speak of, by name; an empty list removes the group.")
        Map<String, SortedSet<String>> vmGroups,

        @Doc("Groups of hosts that rules speak of, by name; an empty list removes the group.")
        Map<String, SortedSet<String>> hostGroups,

        @Doc("Which virtual machines run together, apart or on which hosts, by the names of the rules.")
        Map<String, Rule> rules,

        @FoundOnly Optional<SortedSet<String>> unknownHosts,
        @FoundOnly Optional<SortedSet<String>> busyHosts)
        implements Desired {}

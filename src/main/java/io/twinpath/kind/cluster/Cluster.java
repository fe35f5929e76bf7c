package io.twinpath.kind.cluster;

import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import java.util.Optional;
import java.util.SortedSet;

/** Hosts that stand in for each other. */
public record Cluster(
        @Doc("Its hosts.") Optional<SortedSet<String>> hosts,
        @Doc("High availability.") Optional<Ha> ha,
        @Doc("Distribution of virtual machines.") Optional<Drs> drs)
        implements Desired {}

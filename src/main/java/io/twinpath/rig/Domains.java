package io.twinpath.rig;

import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Component.DomainNamed;
import io.twinpath.rig.part.Domain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Racks and power feeds, by what hangs on them: any dead rack takes a member down, and so do all its power feeds together. */
final class Domains {

    private final Map<String, List<DomainNamed>> racks = new TreeMap<>();
    private final Map<String, List<DomainNamed>> feeds = new TreeMap<>();

    Domains(Collection<Domain> domains) {
        for (Domain domain : domains) {
            Map<String, List<DomainNamed>> kind = domain.kind() == Domain.Kind.RACK ? racks : feeds;
            for (String member : domain.members()) {
                kind.computeIfAbsent(member, m -> new ArrayList<>()).add(new DomainNamed(domain.name()));
            }
        }
    }

    /** All that a host, switch or array of this name hangs on. */
    Stream<DomainNamed> of(String member) {
        return Stream.concat(
                racks.getOrDefault(member, List.of()).stream(), feeds.getOrDefault(member, List.of()).stream());
    }

    boolean kill(String member, Set<Component> failed) {
        return !killers(member, failed).isEmpty();
    }

    /** The domains that take a member down; empty when none does. */
    List<DomainNamed> killers(String member, Set<Component> failed) {
        for (DomainNamed rack : racks.getOrDefault(member, List.of())) {
            if (failed.contains(rack)) {
                return List.of(rack);
            }
        }
        List<DomainNamed> power = feeds.getOrDefault(member, List.of());
        return !power.isEmpty() && failed.containsAll(power) ? List.copyOf(power) : List.of();
    }
}

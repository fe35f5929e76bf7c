package io.twinpath.rig;

import io.twinpath.model.Ipv4Prefix;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Component.DomainNamed;
import io.twinpath.rig.part.Component.SwitchNamed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parts that have failed at once, with all that goes down in the same rack or with the same power, and the physical network
 * that is left. Made for one question; not shared between threads.
 */
final class Outage {

    private final Set<Component> failed;
    private final Domains domains;
    private final Fabric fabric;
    private final boolean switchesDie;
    private final boolean domainsDie;
    private final Map<Optional<Ipv4Prefix>, Map<String, Integer>> zones = new HashMap<>();

    Outage(Set<Component> failed, Domains domains, Fabric fabric) {
        this.failed = Set.copyOf(failed);
        this.domains = domains;
        this.fabric = fabric;
        this.domainsDie = failed.stream().anyMatch(c -> c instanceof DomainNamed);
        this.switchesDie = domainsDie || failed.stream().anyMatch(c -> c instanceof SwitchNamed);
    }

    Set<Component> failed() {
        return failed;
    }

    /** Whether this very part failed. */
    boolean hit(Component part) {
        return failed.contains(part);
    }

    /** Whether a host, switch or array failed, or what it stands in or gets its power from. */
    boolean down(Component part, String name) {
        return failed.contains(part) || (domainsDie && domains.kill(name, failed));
    }

    /** The racks and power feeds that took a part down; empty when it failed by itself. */
    List<DomainNamed> killers(Component part, String name) {
        return failed.contains(part) ? List.of() : domains.killers(name, failed);
    }

    /** Whether frames of a network get from one switch to another over live switches that carry it. */
    boolean joined(Optional<Ipv4Prefix> subnet, String from, String to) {
        Map<String, Integer> map = switchesDie
                ? zones.computeIfAbsent(subnet, s -> fabric.zones(s, part -> !down(part, part.name())))
                : fabric.whole(subnet);
        int zone = map.getOrDefault(from, -1);
        return zone >= 0 && zone == map.getOrDefault(to, -2);
    }
}

package io.twinpath.rig;

import io.twinpath.model.Ipv4Prefix;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Component.SwitchNamed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Says on which switches it depends whether frames of a network get from one switch to another, whatever else fails. Two that are linked
 * depend on themselves alone. Others depend on what hangs together with them, less the dead ends, which no frame passes. Each question is
 * worked out once: hosts of one rack ask the same. Used while wires are followed, by one thread.
 */
final class Routes {

    private record Ends(Optional<Ipv4Prefix> subnet, String from, String to) {}

    private final Fabric fabric;
    private final Domains domains;
    private final Map<Ends, Set<String>> known = new HashMap<>();

    Routes(Fabric fabric, Domains domains) {
        this.fabric = fabric;
        this.domains = domains;
    }

    /** Names these switches, and the racks and power feeds that take them down. */
    void parts(Optional<Ipv4Prefix> subnet, String from, String to, Consumer<Component> out) {
        for (String name : known.computeIfAbsent(new Ends(subnet, from, to), this::between)) {
            out.accept(new SwitchNamed(name));
            domains.of(name).forEach(out);
        }
    }

    private Set<String> between(Ends ends) {
        Set<String> both = new HashSet<>(Set.of(ends.from));
        both.add(ends.to);
        if (both.size() == 1 || fabric.linked(ends.from).contains(ends.to)) {
            return both;
        }
        Set<String> joined = fabric.neighbourhood(ends.from, ends.subnet);
        if (!joined.contains(ends.to)) {
            return both;
        }
        while (joined.removeIf(name -> !both.contains(name) && deadEnd(name, joined))) {
            // one dead end less can leave another one
        }
        return joined;
    }

    private boolean deadEnd(String name, Set<String> among) {
        return fabric.linked(name).stream().filter(among::contains).count() < 2;
    }
}

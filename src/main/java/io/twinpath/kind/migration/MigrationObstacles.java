package io.twinpath.kind.migration;

import io.twinpath.kind.migration.Migration.Carrier;
import io.twinpath.kind.migration.Migration.Group;
import io.twinpath.kind.migration.Migration.Nic;
import io.twinpath.model.Obstacle;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Why a move cannot be made, or would cut off what moves or what stays. */
final class MigrationObstacles {

    private final Migration before;
    private final Migration after;

    MigrationObstacles(Migration before, Migration after) {
        this.before = before;
        this.after = after;
    }

    Optional<Obstacle> first() {
        return Stream.concat(
                        Stream.concat(
                                after.ports().entrySet().stream().flatMap(p -> port(p.getKey(), p.getValue())),
                                after.interfaces().entrySet().stream().flatMap(n -> nic(n.getKey(), n.getValue()))),
                        before.groups().entrySet().stream().flatMap(g -> guests(g.getKey(), g.getValue())))
                .findFirst()
                .map(Obstacle.Unsupported::new);
    }

    private Stream<String> port(String port, String to) {
        String from = before.ports().getOrDefault(port, "");
        if (to.equals(from)) {
            return Stream.empty();
        }
        Carrier carrier = before.switches().get(to);
        if (carrier == null) {
            return Stream.of(port + " is to come to " + to + ", which is no switch of this host.");
        }
        Carrier left = before.switches().get(from);
        if (unknown(carrier) || (left != null && unknown(left))) {
            return Stream.of(
                    port + " would leave or join a virtual switch whose bridge is of a sort that is not known.");
        }
        return Uplinks.of(carrier, MigrationKind.portsOf(after, to)).containsKey(port)
                ? Stream.empty()
                : Stream.of(to + " has no uplink left on this host for " + port + ".");
    }

    private static boolean unknown(Carrier carrier) {
        return !carrier.distributed() && carrier.spec().isEmpty();
    }

    private Stream<String> nic(String nic, String to) {
        Group group = before.groups().get(to);
        boolean moves = !to.equals(before.interfaces().get(nic));
        if (group == null) {
            return moves
                    ? Stream.of(nic + " is to come to " + to + ", which is no port group of this host.")
                    : Stream.empty();
        }
        SortedSet<String> uplinks = uplinks(group, after);
        if (uplinks.isEmpty() && (moves || !uplinks(group, before).isEmpty())) {
            return Stream.of(nic + (moves ? " would come to " : " would stay on ") + to + " of " + group.carrier()
                    + " without an uplink there on this host.");
        }
        return moves ? small(nic, group) : Stream.empty();
    }

    private Stream<String> small(String nic, Group group) {
        Optional<Integer> mtu = Optional.ofNullable(before.nics().get(nic)).flatMap(Nic::mtu);
        Optional<Integer> carried =
                Optional.ofNullable(before.switches().get(group.carrier())).flatMap(Carrier::mtu);
        return mtu.isPresent() && carried.isPresent() && mtu.orElseThrow() > carried.orElseThrow()
                ? Stream.of(nic + " has an MTU of " + mtu.orElseThrow() + " and " + group.carrier() + " carries "
                        + carried.orElseThrow() + ".")
                : Stream.empty();
    }

    private Stream<String> guests(String name, Group group) {
        return group.guests()
                        && !uplinks(group, before).isEmpty()
                        && uplinks(group, after).isEmpty()
                ? Stream.of("Virtual machines on " + name + " of " + group.carrier() + " would lose their last uplink.")
                : Stream.empty();
    }

    /** Those of its uplinks that are there. What joins a standard switch is active, also for groups that inherit. */
    private SortedSet<String> uplinks(Group group, Migration at) {
        Carrier carrier = before.switches().get(group.carrier());
        if (carrier == null) {
            return new TreeSet<>();
        }
        Map<String, String> there = Uplinks.of(carrier, MigrationKind.portsOf(at, group.carrier()));
        SortedSet<String> used = new TreeSet<>();
        there.forEach((port, uplink) -> {
            boolean joins = group.inherits() && !carrier.ports().containsKey(port);
            if (joins || group.uplinks().contains(uplink)) {
                used.add(uplink);
            }
        });
        return used;
    }
}

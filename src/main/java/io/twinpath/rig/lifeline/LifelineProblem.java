package io.twinpath.rig.lifeline;

import io.twinpath.model.Address;
import io.twinpath.model.Obstacle;
import io.twinpath.model.PortRef;
import io.twinpath.rig.FailoverOrder;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that this package says to people. */
final class LifelineProblem {

    private static final String CONSOLE =
            " Whoever stands at the host's console and can take it back says so with --i-have-console.";

    private LifelineProblem() {}

    static Obstacle mtu(String vmk, int mtu, String carrier, int carried) {
        return new Obstacle.Unsupported(vmk + " would have an MTU of " + mtu + " on " + carrier
                + ", which carries frames of " + carried + ": larger ones would be lost without a word. Give " + carrier
                + " an MTU of at least " + mtu + ", or " + vmk + " one of at most " + carried + ".");
    }

    static Obstacle cutsManagement(String vmk, String carrier) {
        return new Obstacle.Unsupported("This would leave " + vmk + ", which carries management, without an uplink on "
                + carrier + ": over the network there is no way back from that. Leave one, or do it at the host's"
                + " console.");
    }

    static Obstacle cutsStorage(String vmk, String carrier) {
        return new Obstacle.Unsupported("This would leave " + vmk + ", which iSCSI is bound to, without an uplink on "
                + carrier + ". Take the binding away first, or leave one.");
    }

    static Obstacle mayCut(String vmk, String carrier) {
        return new Obstacle.Unsupported("This would leave " + vmk + " without an uplink on " + carrier
                + ", and whether it carries management or storage was not read. Declare its \"services\" and the host's"
                + " \"iscsi\", or leave an uplink.");
    }

    static Obstacle readdressed(String vmk, boolean known) {
        return new Obstacle.Unsupported(vmk + (known ? " carries management" : " may carry management")
                + ", and another address or gateway takes the way back away." + (known ? "" : declare(vmk)) + CONSOLE);
    }

    static Obstacle otherVlan(String vmk, boolean known, int before, int after) {
        return new Obstacle.Unsupported(vmk + (known ? " carries management" : " may carry management")
                + " on it, and VLAN " + after + " in the place of " + before + " takes the way back away."
                + (known ? "" : declare(vmk)) + CONSOLE);
    }

    private static String declare(String vmk) {
        return " Where that is not so, declare the \"services\" of " + vmk + ".";
    }

    static Obstacle ipHash(String vmk, String carrier) {
        return new Obstacle.Unsupported("Load balancing by IP hash under " + vmk
                + ", which carries management or may, needs a static channel on the physical switch; without one the host"
                + " is cut off. Declare the ports of " + carrier + " under \"channels\" of the switch that they are"
                + " plugged into." + CONSOLE);
    }

    static Obstacle unfitForBinding(String vmk, String group, FailoverOrder order) {
        return new Obstacle.Unsupported("iSCSI can be bound to " + vmk + " only while its port group " + group
                + " has exactly one active uplink and no standby one; it would have " + names(order.active())
                + " active and " + names(order.standby())
                + " standby. Override its teaming: \"active\" with one uplink,"
                + " \"standby: []\".");
    }

    static Obstacle unfitForBinding(String vmk, String group) {
        return new Obstacle.Unsupported(
                "iSCSI is bound to " + vmk + ", and that needs a port group with exactly one active"
                        + " uplink and no standby one; " + group + " is another.");
    }

    static Obstacle unguarded(String vmk, boolean read) {
        return new Obstacle.Unsupported(vmk
                + " carries management and moves, or its uplinks do, and vCenter would not take"
                + " that back by itself: config.vpxd.network.rollback " + (read ? "is off." : "could not be read.")
                + CONSOLE);
    }

    static Obstacle changesFirst(Address ground) {
        return new Obstacle.Unsupported(
                "It moves to " + ground + ", which changes now. Apply the rest, then plan again.");
    }

    static Obstacle afterMove(Address move) {
        return new Obstacle.Unsupported(
                "It is sent as it is to be once " + move + " is made, and that is known then: apply, then plan again.");
    }

    static Obstacle madeOnDistributed(String vmk, String group) {
        return new Obstacle.Unsupported(group + " is a port group of a distributed switch, and " + vmk
                + " cannot be made there from here. Make it on a standard port group; in the next plan it moves.");
    }

    private static String names(List<PortRef> ports) {
        return ports.isEmpty() ? "none" : ports.stream().map(PortRef::toString).collect(Collectors.joining(", "));
    }
}

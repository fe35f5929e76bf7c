package io.twinpath.rig;

import io.twinpath.model.Ipv4Prefix;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Vmk;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What an interface of a host and an address of an array have to do with each other: whether the one reaches the other.
 *
 * @param vmk empty when the host has no interface of that name that is known; it then reaches every door that lives
 * @param uplinks behind it; empty when they are not known
 * @param fit whether it may carry this session at all: a bound interface needs a team that iSCSI can be bound to
 */
record Session(String from, Optional<Vmk> vmk, Optional<Uplinks> uplinks, Door door, boolean fit) {

    /** Of software iSCSI. */
    static Session iscsi(String from, Optional<Vmk> vmk, Optional<Uplinks> uplinks, Door door) {
        boolean bindable = vmk.filter(Vmk::bound).isEmpty()
                || uplinks.isEmpty()
                || uplinks.orElseThrow().team().bindable();
        return new Session(from, vmk, uplinks, door, bindable && near(vmk, door));
    }

    /** Of NFS, from an interface in the network of the server. */
    static Session nfs(Vmk vmk, Optional<Uplinks> uplinks, Door door) {
        return new Session(vmk.name(), Optional.of(vmk), uplinks, door, true);
    }

    /** Whether an interface has the address in its network, as far as both are known. */
    static boolean near(Optional<Vmk> vmk, Door door) {
        return vmk.isEmpty()
                || vmk.orElseThrow().ip().isEmpty()
                || door.ip().isEmpty()
                || vmk.orElseThrow().ip().orElseThrow().contains(door.ip().orElseThrow());
    }

    /** All parts that the door and the way to it can depend on; what the uplinks hang on is named by their plugs. */
    void parts(Domains domains, Routes routes, Consumer<Component> out) {
        door.parts(domains, out);
        uplinks.ifPresent(team -> Stream.concat(team.active().stream(), team.standby().stream())
                .flatMap(plug -> plug.enters().stream())
                .forEach(entered -> routes.parts(
                        vmk.flatMap(Fabric::network), entered, door.behind().orElse(entered), out)));
    }

    boolean reaches(Outage outage, List<List<Plug>> inUse) {
        return fit && door.lives(outage) && (uplinks.isEmpty() || crosses(outage, inUse));
    }

    private boolean crosses(Outage outage, List<List<Plug>> inUse) {
        Optional<Ipv4Prefix> subnet = vmk.flatMap(Fabric::network);
        for (Plug plug : inUse.get(uplinks.orElseThrow().number())) {
            Optional<String> entered = plug.enters();
            if (entered.isEmpty()
                    || outage.joined(
                            subnet, entered.orElseThrow(), door.behind().orElse(entered.orElseThrow()))) {
                return true;
            }
        }
        return false;
    }
}

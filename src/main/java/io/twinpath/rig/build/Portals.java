package io.twinpath.rig.build;

import io.twinpath.model.Ipv4;
import io.twinpath.model.Ipv4Prefix;
import io.twinpath.rig.part.Array;
import io.twinpath.rig.part.Path;
import io.twinpath.rig.part.Portal;
import io.twinpath.rig.part.Vmk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * The paths that a configuration leads to.
 *
 * <p>A send target tells all portals of its array. Software iSCSI logs in from every bound interface to every portal in its subnet; when
 * nothing is bound the host takes the one interface that it has in the subnet (VMware, "Best practices for configuring networking with
 * software iSCSI": port binding). A portal in no subnet of the host would be reached through a gateway, which bound interfaces do not
 * use before 6.5 and which is not expected here.
 */
final class Portals {

    private final SortedMap<String, Array> arrays;

    Portals(SortedMap<String, Array> arrays) {
        this.arrays = arrays;
    }

    /**
     * @param asked addresses of send targets and static targets
     * @param bound whether interfaces are bound at all
     */
    List<Path> expected(Collection<Vmk> vmks, boolean bound, SortedSet<String> asked) {
        List<Path> paths = new ArrayList<>();
        for (Array array : arrays.values()) {
            if (array.portals().keySet().stream().anyMatch(address -> asked.contains(address))) {
                for (Portal portal : array.portals().values()) {
                    for (Vmk vmk : sessions(vmks, bound, portal)) {
                        array.devices().forEach(device -> paths.add(path(vmk, portal, device)));
                    }
                }
            }
        }
        return paths;
    }

    private static List<Vmk> sessions(Collection<Vmk> vmks, boolean bound, Portal portal) {
        List<Vmk> inSubnet = vmks.stream()
                .filter(vmk -> !bound || vmk.bound())
                .filter(vmk -> holds(vmk.ip(), portal.ip()))
                .toList();
        return bound ? inSubnet : inSubnet.stream().limit(1).toList();
    }

    private static Path path(Vmk vmk, Portal portal, String device) {
        return new Path(
                vmk.name() + " > " + portal.ip(), device, new Path.Carrier.Iscsi(vmk.name(), portal.ip()), true);
    }

    static boolean holds(Optional<Ipv4Prefix> subnet, String ip) {
        try {
            return subnet.filter(s -> s.contains(Ipv4.parse(ip))).isPresent();
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}

package io.twinpath.lab.vim.machine;

import io.twinpath.lab.site.DistributedSwitch;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.vim.World;
import java.util.Optional;

/** The networks that an adapter can be in: port groups of hosts, and those of distributed switches. */
public final class Networks {

    /** The type of a port group of a distributed switch. */
    public static final String DISTRIBUTED = "DistributedVirtualPortgroup";

    private Networks() {}

    /** What a host means by the name of a network. */
    static Ref ref(World world, String host, String network) {
        return distributed(world, host, network).isPresent()
                ? world.ref(DISTRIBUTED, network)
                : world.ref("Network", network);
    }

    /** The distributed switch of a host that has a port group of that name. */
    static Optional<DistributedSwitch> distributed(World world, String host, String network) {
        return world.site().distributedSwitches.values().stream()
                .filter(d -> d.hosts.containsKey(host) && d.portGroups.containsKey(network))
                .findFirst();
    }

    /** The name of the port group that a backing of the API names by switch and key. */
    public static Optional<String> named(World world, String switchUuid, String key) {
        return world.site().distributedSwitches.values().stream()
                .filter(d -> uuid(d).equals(switchUuid))
                .flatMap(d -> d.portGroups.keySet().stream())
                .filter(g -> world.ref(DISTRIBUTED, g).id().equals(key))
                .findFirst();
    }

    /** As the API writes it: pairs of digits, with a dash in the middle. */
    public static String uuid(DistributedSwitch found) {
        StringBuilder pairs = new StringBuilder();
        String digits = found.uuid.replace("-", "");
        for (int i = 0; i + 1 < digits.length(); i += 2) {
            pairs.append(i == 0 ? "" : i == 16 ? "-" : " ").append(digits, i, i + 2);
        }
        return pairs.toString();
    }
}

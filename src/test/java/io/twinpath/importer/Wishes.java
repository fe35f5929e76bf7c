package io.twinpath.importer;

import io.twinpath.spec.Loaded;
import java.util.List;
import java.util.Random;

/** A random change of a spec, as one would give it with {@code --set}. */
final class Wishes {

    private final Random random;

    Wishes(Random random) {
        this.random = random;
    }

    String on(Loaded loaded) {
        List<String> hosts = List.copyOf(loaded.spec().hosts().keySet());
        String host = hosts.get(random.nextInt(hosts.size()));
        return host + ":"
                + switch (random.nextInt(10)) {
                    case 0 -> "vswitches.vSwitch0.mtu=" + (1600 + random.nextInt(1000));
                    case 1 -> "vswitches.vSwitch0.cdp=advertise";
                    case 2 -> "vswitches.vSwitch0.security.promiscuous=true";
                    case 3 ->
                        "vswitches.vSwitch0.port_groups.New " + random.nextInt(100) + ".vlan=" + random.nextInt(4095);
                    case 4 -> "vswitches.vSwitch0.port_groups.VM Network.vlan=" + (1 + random.nextInt(90));
                    case 5 -> "advanced.Misc.APDTimeout=" + (300 + random.nextInt(100));
                    case 6 -> "vmkernel.vmk0.services=[management, vmotion, provisioning]";
                    case 7 -> "iscsi.parameters.NoopOutInterval=" + (20 + random.nextInt(20));
                    case 8 -> "iscsi.alias=changed";
                    default -> "vswitches.vSwitch0.teaming.load_balancing=mac";
                };
    }
}

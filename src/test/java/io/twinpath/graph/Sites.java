package io.twinpath.graph;

import io.twinpath.kind.vmkernel.VMkernel.Service;
import io.twinpath.rig.Failing;
import io.twinpath.rig.Rig;
import io.twinpath.rig.part.Component;
import io.twinpath.risk.RigSketch;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Sites to draw: any number of hosts with two ways to an array, a disk of their own, and machines. */
public final class Sites {

    public static final String DISK = "naa.6001405a1b2c3d4e5f60718293a4b501";

    private Sites() {}

    /** @param machines on each host */
    public static Rig site(int hosts, int machines) {
        RigSketch rig = new RigSketch();
        rig.wire("sw1", "10.0.0.0/16", "10.20.0.0/16");
        rig.wire("sw2", "10.0.0.0/16", "10.21.0.0/16");
        rig.array("stor1", DISK, "10.20.0.11@sw1/1/0/41", "10.21.0.11@sw2/1/0/41");
        rig.datastore("stor1-vm", DISK);
        for (int i = 1; i <= hosts; i++) {
            host(rig, i);
            for (int m = 1; m <= machines; m++) {
                rig.machine("app" + i + "-" + m, "prod", "esx" + i, "stor1-vm");
            }
        }
        return rig.rig();
    }

    private static void host(RigSketch rig, int number) {
        String own = "naa.6d0946606d1c3e00" + (100_000 + number);
        rig.host("esx" + number)
                .card("onboard", "broadcom-5720", "ntg3", "vmnic0@sw1/1/" + number, "vmnic1@sw2/1/" + number)
                .card("storage_a", "broadcom-57810", "qfle3", "vmnic2@sw1/2/" + number)
                .card("storage_b", "broadcom-57810", "qfle3", "vmnic3@sw2/2/" + number)
                .team("Management Network", "vSwitch0", 1500, "vmnic0 (vmnic1)")
                .team("VM Network", "vSwitch0", 1500, "vmnic0 (vmnic1)")
                .team("iSCSI-A", "vSwitch1", 9000, "vmnic2")
                .team("iSCSI-B", "vSwitch1", 9000, "vmnic3")
                .vmk("vmk0", "Management Network", "10.0.0." + number + "/16", 1500, false, Service.MANAGEMENT)
                .vmk("vmk1", "iSCSI-A", "10.20.1." + number + "/16", 9000, true)
                .vmk("vmk2", "iSCSI-B", "10.21.1." + number + "/16", 9000, true)
                .path("vmhba64:C0:T0:L0", DISK, "vmk1", "10.20.0.11")
                .path("vmhba64:C1:T0:L0", DISK, "vmk2", "10.21.0.11")
                .local("vmhba0:C0:T0:L0", own)
                .has("stor1-vm", "esx" + number + "-local");
        rig.datastore("esx" + number + "-local", own);
    }

    /** What is left when these fail together, named as on a command line. */
    public static Graph graph(Rig rig, String... failed) {
        Failing failing = new Failing(rig);
        Set<Component> parts = new TreeSet<>();
        for (String name : failed) {
            parts.add(io.twinpath.rig.Components.of(rig, failing).parse(name).orElseThrow());
        }
        return Graph.of(rig, failing.baseline(), failing.effects(parts));
    }

    /** Everything that can fail. */
    static List<Component> parts(Rig rig) {
        return List.copyOf(new Failing(rig).components());
    }
}

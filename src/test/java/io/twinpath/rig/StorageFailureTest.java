package io.twinpath.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.kind.vmkernel.VMkernel.Service;
import io.twinpath.rig.Effects.DatastoreEffect;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Component.NicPort;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When a host reaches a datastore, and when it does not. */
class StorageFailureTest {

    private static Effects fail(Sketch site, Component... parts) {
        return new Failing(site.rig()).effects(Set.copyOf(Arrays.asList(parts)));
    }

    /** The second uplink is in a switch that does not carry the management network. */
    private static Sketch routed() {
        Sketch site = new Sketch()
                .box("sw1", Set.of("10.0.0.0/24"))
                .box("sw2", Set.of("10.20.0.0/24"))
                .nfs("files", "10.99.0.5");
        site.host("h1")
                .card("onboard", "vmnic0", "vmnic1")
                .port("vmnic0", "onboard", "sw1")
                .port("vmnic1", "onboard", "sw2")
                .team("Management", List.of("vmnic0"), "vmnic1")
                .vmk("vmk0", "Management", "10.0.0.11/24", false, Service.MANAGEMENT)
                .mounts("files");
        return site;
    }

    @Test
    void theWayOutToFilesIsClosedWhereManagementIsClosed() {
        Effects effects = fail(routed(), new NicPort("h1", "vmnic0"));
        assertThat(effects.hosts()).extracting(Effects.HostEffect::state).containsExactly(Effects.HostState.CUT_OFF);
        assertThat(effects.datastores())
                .extracting(DatastoreEffect::because)
                .containsExactly(List.of("files", "server 10.99.0.5", "vmk0", "vmnic0", "vmnic1", "switch sw2"));
        assertThat(fail(routed(), new NicPort("h1", "vmnic1")).datastores()).isEmpty();
    }
}

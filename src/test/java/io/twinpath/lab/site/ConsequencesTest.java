package io.twinpath.lab.site;

import static io.twinpath.lab.site.Sites.ESXI1;
import static io.twinpath.lab.site.Sites.ESXI3;
import static io.twinpath.lab.site.Sites.STOR1;
import static io.twinpath.lab.site.Sites.happen;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ConsequencesTest {

    private final Site site = Sites.lain();
    private final Effects effects = new Effects(site);

    private long active(String host) {
        IscsiPaths paths = new IscsiPaths(site, host);
        return site.host(host).paths.stream().filter(paths::active).count();
    }

    @Test
    void theMorningIsHealthy() {
        assertThat(active(ESXI1)).isEqualTo(4);
        assertThat(active(ESXI3)).isEqualTo(2);
        assertThat(site.vms.keySet()).hasSize(13).allMatch(v -> effects.vm(v) == Effects.VmState.RUNNING);
        assertThat(site.hosts.keySet()).allMatch(new Reach(site)::manageable);
        assertThat(Sites.claim(site, ESXI1, STOR1).psp).isEqualTo("VMW_PSP_RR");
        assertThat(Sites.claim(site, ESXI1, STOR1).iops).isEqualTo(1);
        assertThat(Sites.claim(site, ESXI3, STOR1).psp).isEqualTo("VMW_PSP_MRU");
    }

    @Test
    void oneCardTakesAllOfEsxi3() {
        happen(site, "fail nic:esxi3.lain.local/vmnic4");

        assertThat(active(ESXI3)).isZero();
        assertThat(effects.allPathsDown(ESXI3, STOR1)).isTrue();
        assertThat(effects.vm("pomf")).isEqualTo(Effects.VmState.STALLED);
        assertThat(effects.vm("edge1")).isEqualTo(Effects.VmState.RUNNING);
        assertThat(new Reach(site).manageable(ESXI3)).isTrue();

        happen(site, "repair nic:esxi3.lain.local/vmnic4");

        assertThat(active(ESXI3)).isEqualTo(2);
        assertThat(effects.vm("pomf")).isEqualTo(Effects.VmState.RUNNING);
    }

    @Test
    void everyPartOfEsxi1MayFailAlone() {
        for (String part : List.of(
                "nic:esxi1.lain.local/vmnic2",
                "card:esxi1.lain.local/3",
                "card:esxi1.lain.local/5",
                "switch:sw1",
                "switch:sw2",
                "portal:10.20.0.11")) {
            happen(site, "fail " + part);
            assertThat(active(ESXI1)).as(part).isBetween(2L, 3L);
            assertThat(effects.vm("db1")).as(part).isEqualTo(Effects.VmState.RUNNING);
            happen(site, "repair " + part);
        }
        happen(site, "fail array:stor1.lain.local");
        assertThat(effects.vm("db1")).isEqualTo(Effects.VmState.STALLED);
        assertThat(effects.vm("backup")).isEqualTo(Effects.VmState.RUNNING);
    }

    @Test
    void managementFailsOverAndThenIsGone() {
        Reach reach = new Reach(site);
        happen(site, "fail nic:esxi3.lain.local/vmnic0");
        assertThat(reach.manageable(ESXI3)).isTrue();
        happen(site, "fail switch:sw2");
        assertThat(reach.manageable(ESXI3)).isFalse();
        assertThat(reach.manageable(ESXI1)).isTrue();
    }

    @Test
    void standbyIsUsedOnlyWithoutAnActiveLink() {
        Reach reach = new Reach(site);
        assertThat(reach.entries(ESXI1, "Management Network")).containsExactly("sw1");
        happen(site, "fail nic:esxi1.lain.local/vmnic0");
        assertThat(reach.entries(ESXI1, "Management Network")).containsExactly("sw2");
    }

    @Test
    void aWrongTagOrAWrongSwitchReachesNothing() {
        PortGroup fabricA = Sites.portGroup(site, ESXI1, "iSCSI-A");
        fabricA.vlan = 20;
        assertThat(active(ESXI1)).isEqualTo(2);
        fabricA.vlan = 0;
        fabricA.teaming.active = List.of("vmnic4");
        assertThat(active(ESXI1)).as("vmnic4 is on the other fabric").isEqualTo(2);
    }

    @Test
    void anInterfaceThatIsNoLongerCompliantCarriesNothing() {
        Sites.portGroup(site, ESXI1, "iSCSI-A").teaming.standby = List.of("vmnic4");

        assertThat(active(ESXI1)).isEqualTo(2);
    }

    @Test
    void deadPathsStayUntilTheConfigurationDropsThem() {
        happen(site, "fail switch:sw1");
        new IscsiPaths(site, ESXI1).rescan();
        assertThat(site.host(ESXI1).paths).hasSize(4);

        site.host(ESXI1).iscsi.bound.remove("vmk1");
        new IscsiPaths(site, ESXI1).rescan();
        assertThat(site.host(ESXI1).paths).hasSize(2);
    }

    @Test
    void aHostThatIsOffTakesItsMachinesAlong() {
        happen(site, "power esxi3.lain.local off");

        assertThat(effects.vm("pomf")).isEqualTo(Effects.VmState.LOST);
        assertThat(new Reach(site).manageable(ESXI3)).isFalse();
    }
}

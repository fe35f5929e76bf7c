package io.twinpath.risk.rule;

import static io.twinpath.risk.rule.Asking.NOBODY;
import static io.twinpath.risk.rule.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.kind.vmkernel.VMkernel.Service;
import io.twinpath.rig.Failing;
import io.twinpath.rig.LargeSite;
import io.twinpath.rig.Rig;
import io.twinpath.rig.part.Cluster;
import io.twinpath.rig.part.Response;
import io.twinpath.risk.Effect;
import io.twinpath.risk.Finding;
import io.twinpath.risk.RigSketch;
import io.twinpath.risk.Scene;
import io.twinpath.risk.SceneSketch;
import io.twinpath.risk.Severity;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Single points of failure, as the rig works them out. */
class SinglePointTest {

    /** Two hosts; the storage of the first hangs on one card, and HA does not act on that. */
    private static RigSketch rig() {
        RigSketch rig = new RigSketch()
                .array("stor1", "naa.1", "10.20.0.11", "10.21.0.11")
                .datastore("shared", "naa.1")
                .cluster(new Cluster(
                        "c",
                        new TreeSet<>(Set.of("a", "b")),
                        new Cluster.Protection(true, true, false, Response.NONE, new TreeSet<>(), false),
                        List.of()))
                .machine("x", "c", "a", "shared");
        for (String host : List.of("a", "b")) {
            rig.host(host)
                    .card("n", "broadcom-5720", "", "vmnic0")
                    .card("m", "broadcom-5720", "", "vmnic1")
                    .team("Net", "vSwitch0", 1500, "vmnic0 (vmnic1)")
                    .vmk("vmk0", "Net", "10.0.0.1/24", 1500, false, Service.MANAGEMENT)
                    .card("s1", "broadcom-57810", "", "vmnic4")
                    .team("iSCSI-A", "vSwitch1", 9000, "vmnic4")
                    .vmk("vmk1", "iSCSI-A", "10.20.0.13/24", 9000, true)
                    .path("p1", "naa.1", "vmk1", "10.20.0.11")
                    .has("shared");
        }
        rig.host("b")
                .card("s2", "broadcom-57810", "", "vmnic5")
                .team("iSCSI-B", "vSwitch2", 9000, "vmnic5")
                .vmk("vmk2", "iSCSI-B", "10.21.0.13/24", 9000, true)
                .path("p2", "naa.1", "vmk2", "10.21.0.11");
        return rig;
    }

    @Test
    void theOneCardIsNamedAndItsPortIsNot() {
        List<Finding> findings = ask(new SinglePoint(), SceneSketch.of(NOBODY).rig(rig()));
        assertThat(findings)
                .extracting(Finding::id)
                .contains("RSK0101:card:a/s1")
                .doesNotContain("RSK0101:nic:a/vmnic4");
        Finding card = findings.stream()
                .filter(f -> f.id().endsWith("card:a/s1"))
                .findFirst()
                .orElseThrow();
        assertThat(card.title()).isEqualTo("If the card broadcom-57810 (s1) of a fails, x stalls.");
        assertThat(card.severity()).isEqualTo(Severity.HIGH);
        assertThat(card.hosts()).containsExactly("a");
        assertThat(card.effects()).extracting(Effect::what).contains("VM x stalled", "DATASTORE shared unreachable a");
    }

    @Test
    void whatHasASecondOneIsNotNamed() {
        assertThat(ask(new SinglePoint(), SceneSketch.of(NOBODY).rig(rig())))
                .extracting(Finding::id)
                .noneMatch(id -> id.contains(":b/") || id.contains("a/n") || id.contains("a/m"));
    }

    @Test
    void whatHoldsTheDataWeighsLess() {
        assertThat(ask(new SinglePoint(), SceneSketch.of(NOBODY).rig(rig())))
                .filteredOn(f -> f.id().equals("RSK0101:array:stor1"))
                .extracting(Finding::severity)
                .containsExactly(Severity.MEDIUM);
    }

    /** Many parts are asked on several threads; what is told does not show it. */
    @Test
    void manyPartsAreToldInTheirOrder() {
        Scene empty = SceneSketch.of(NOBODY).scene();
        Rig rig = LargeSite.of(60, 2);
        Failing failing = new Failing(rig);
        Scene scene = new Scene(
                rig,
                failing,
                empty.spec(),
                empty.values(),
                empty.releases(),
                empty.clocks(),
                empty.catalogue(),
                empty.now());
        assertThat(failing.components()).hasSizeGreaterThan(512);
        List<Finding> findings = new SinglePoint().findings(scene);
        assertThat(findings).hasSizeGreaterThan(50).isEqualTo(new SinglePoint().findings(scene));
        assertThat(findings.stream().map(f -> f.components().first())).isSorted();
        assertThat(findings)
                .allSatisfy(f -> assertThat(failing.harms(f.components())).isTrue());
    }
}

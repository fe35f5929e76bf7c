package io.twinpath.risk.rule;

import static io.twinpath.risk.rule.Asking.ask;
import static io.twinpath.risk.rule.Asking.titles;
import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.kind.ApdResponse;
import io.twinpath.kind.RestartPriority;
import io.twinpath.rig.part.Cluster;
import io.twinpath.rig.part.Machine;
import io.twinpath.rig.part.Response;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.RigSketch;
import io.twinpath.risk.SceneSketch;
import io.twinpath.risk.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What rules say of HA and of what it would have to do. */
class ProtectionRulesTest {

    private static final String ARMED =
            "enabled: true, component_protection: true, on_apd: restart_conservative, on_pdl: restart";

    private static Cluster cluster(boolean ha) {
        return new Cluster(
                "c",
                new TreeSet<>(Set.of("a", "b")),
                new Cluster.Protection(ha, true, true, Response.NONE, new TreeSet<>(), false),
                List.of());
    }

    private static RigSketch rig(boolean ha) {
        RigSketch rig = new RigSketch().cluster(cluster(ha)).datastore("shared").datastore("ssd");
        rig.host("a").has("shared", "ssd");
        rig.host("b").has("shared");
        return rig;
    }

    private static SceneSketch scene(String ha, RigSketch rig) {
        return SceneSketch.of("hosts: {a: , b: }\nclusters: {c: {hosts: [a, b], ha: {" + ha + "}}}")
                .rig(rig);
    }

    private static Machine with(String name, List<Machine.Tie> ties, long memoryMb, Response own) {
        Machine m = RigSketch.machineOf(name, "c", "a", Map.of("Hard disk 1", "shared"));
        return new Machine(
                m.name(),
                m.cluster(),
                m.host(),
                m.power(),
                m.disks(),
                m.home(),
                m.networks(),
                ties,
                0,
                memoryMb,
                true,
                own);
    }

    @Test
    void aLocalDiskKeepsHaFromHelping() {
        RigSketch rig = rig(true)
                .machine(RigSketch.machineOf("pomf", "c", "a", Map.of("Hard disk 1", "shared", "Hard disk 2", "ssd")));
        assertThat(ask(new LocalDisk(), rig)).singleElement().satisfies(f -> {
            assertThat(f.title()).isEqualTo("HA cannot restart pomf: Hard disk 2 lies on ssd, which only a has.");
            assertThat(f.severity()).isEqualTo(Severity.HIGH);
            assertThat(f.remedy().flatMap(Remedy::spec))
                    .contains("vms: {pomf: {disks: {Hard disk 2: {datastore: shared}}}}");
        });
    }

    @Test
    void withoutHaOrOnASharedDatastoreNothingIsSaidOfDisks() {
        assertThat(titles(new LocalDisk(), rig(false).machine("x", "c", "a", "ssd")))
                .isEmpty();
        assertThat(titles(new LocalDisk(), rig(true).machine("x", "c", "a", "shared")))
                .isEmpty();
        assertThat(titles(new LocalDisk(), rig(true).machine("x", "c", "a", "nobody-has-it")))
                .isEmpty();
    }

    @Test
    void haThatDoesNotActOnLostStorage() {
        assertThat(titles(new ComponentProtection(), scene("enabled: false", rig(false))))
                .containsExactly(
                        "In the cluster c HA is off: virtual machines that lose their storage hang until a person acts.");
        assertThat(titles(new ComponentProtection(), scene("enabled: true, component_protection: false", rig(true))))
                .containsExactly(
                        "In the cluster c VM component protection is off: virtual machines that lose their storage"
                                + " hang until a person acts.");
        assertThat(titles(
                        new ComponentProtection(),
                        scene("enabled: true, component_protection: true, on_apd: warning", rig(true))))
                .containsExactly(
                        "In the cluster c VM component protection restarts nothing on lost paths: virtual machines that"
                                + " lose their storage hang until a person acts.");
        assertThat(titles(new ComponentProtection(), scene(ARMED, rig(true)))).isEmpty();
    }

    @Test
    void whatNobodyToldOfHaIsNotOff() {
        assertThat(titles(new ComponentProtection(), scene("enabled: true", rig(true))))
                .isEmpty();
        assertThat(titles(new ComponentProtection(), rig(false))).isEmpty();
    }

    @Test
    void aMachineThatIsTakenOutOfProtection() {
        Response warned = new Response(
                Optional.empty(),
                Optional.empty(),
                Optional.of(ApdResponse.WARNING),
                Optional.empty(),
                Optional.empty());
        Response never = new Response(
                Optional.of(RestartPriority.DISABLED),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        RigSketch rig = rig(true).machine(with("x", List.of(), 0, warned)).machine(with("y", List.of(), 0, never));
        assertThat(titles(new ComponentProtection(), scene(ARMED, rig)))
                .containsExactly(
                        "HA does nothing for x: it is taken out of the restart on lost paths, unlike in the rest of its cluster.",
                        "HA does nothing for y: its restart is disabled, unlike in the rest of its cluster.");
    }

    @Test
    void aHostThatNeverGivesUpNeverTellsHa() {
        RigSketch rig = rig(true);
        rig.host("b").apd(false, 140);
        assertThat(ask(new ApdContradiction(), scene(ARMED, rig)))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.id()).isEqualTo("RSK0203:advanced:b/Misc.APDHandlingEnable");
                    assertThat(f.severity()).isEqualTo(Severity.HIGH);
                });
        assertThat(titles(new ApdContradiction(), scene("enabled: true, component_protection: false", rig)))
                .isEmpty();
    }

    @Test
    void hostsOfAClusterGiveUpAfterTheSameTime() {
        RigSketch rig = rig(true);
        rig.host("b").apd(true, 300);
        assertThat(titles(new ApdContradiction(), scene(ARMED, rig)))
                .containsExactly(
                        "Hosts of c give up on lost paths after different times: a after 140 s, b after 300 s.");
        assertThat(titles(new ApdContradiction(), scene(ARMED, rig(true)))).isEmpty();
    }

    @Test
    void admissionControlKeepsOneHostFree() {
        assertThat(titles(new AdmissionControl(), scene("enabled: true, admission: {enabled: false}", rig(true))))
                .containsExactly(
                        "Admission control of c is off: nothing is kept free for the machines of a failed host.");
        String share = "enabled: true, admission: {enabled: true, cpu_percent: 50, memory_percent: %d}";
        assertThat(titles(new AdmissionControl(), scene(share.formatted(25), rig(true))))
                .containsExactly(
                        "Admission control of c keeps 25 % of all memory free, and the largest host has 50 %.");
        assertThat(titles(new AdmissionControl(), scene(share.formatted(50), rig(true))))
                .isEmpty();
        RigSketch uneven = rig(true);
        uneven.host("a").capacity(1000, 3000);
        uneven.host("b").capacity(1000, 1000);
        assertThat(titles(new AdmissionControl(), scene(share.formatted(50), uneven)))
                .containsExactly(
                        "Admission control of c keeps 50 % of all memory free, and the largest host has 75 %.");
        assertThat(titles(
                        new AdmissionControl(),
                        scene("enabled: true, admission: {enabled: true, host_failures: 1}", rig(true))))
                .isEmpty();
    }

    @Test
    void aTiedMachineStays() {
        Machine.Tie pinned = new Machine.Tie(Machine.Tie.Strength.MOVE, "It is pinned to processors.");
        RigSketch rig = rig(true)
                .machine(with("x", List.of(pinned), 0, Response.NONE))
                .machine(with("y", List.of(), 0, Response.NONE));
        assertThat(titles(new TiedMachine(), rig))
                .containsExactly("x cannot leave a while it runs. It is pinned to processors.");
        assertThat(ask(new TiedMachine(), SceneSketch.of("""
                hosts: {a: , b: }
                vms: {x: {advanced: {KEY: "1"}, migration_overrides: [KEY]}}
                """).rig(rig))
                        .getFirst()
                        .remedy()
                        .map(Remedy::advice))
                .contains("Apply the spec, which declares KEY, or run \"twinpath evacuate a --apply-overrides\".");
    }

    @Test
    void aReservationFitsOnASecondHost() {
        RigSketch rig = rig(true).machine(with("big", List.of(), 4096, Response.NONE));
        assertThat(titles(new UnfitReservation(), rig)).isEmpty();
        rig.host("b").capacity(10_000, 2048);
        assertThat(titles(new UnfitReservation(), rig))
                .containsExactly(
                        "No other host can promise big what it has reserved. It has 4096 MB of memory reserved,"
                                + " and b has 2048 MB that are not.");
        rig.host("b").capacity(10_000, 8192);
        assertThat(titles(new UnfitReservation(), rig)).isEmpty();
        rig.machine(new Machine(
                "other",
                Optional.of("c"),
                Optional.of("b"),
                Machine.Power.ON,
                new TreeMap<>(),
                Optional.empty(),
                new TreeSet<>(),
                List.of(),
                0,
                6000,
                true,
                Response.NONE));
        assertThat(ask(new UnfitReservation(), rig)).extracting(f -> f.id()).contains("RSK0206:vm:big");
    }
}

package io.twinpath.lab.site;

import static io.twinpath.lab.site.Sites.ESXI1;
import static io.twinpath.lab.site.Sites.ESXI3;
import static io.twinpath.lab.site.Sites.happen;
import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.lab.site.Obstacle.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What keeps a machine from moving, each with a case in which it does not. */
final class VmotionTest {

    private static final String ESXI2 = "esxi2.lain.local";
    private static final Move AWAY = Move.to(ESXI1);

    private final Site site = Sites.lain();

    private List<Kind> kinds(String vm, Move move) {
        return new Vmotion(site).check(vm, move).stream().map(Obstacle::kind).toList();
    }

    private void only(Kind kind, String vm) {
        assertThat(kinds(vm, AWAY)).containsExactly(kind);
    }

    private Cluster cluster() {
        return Objects.requireNonNull(site.clusters.get("lain"));
    }

    @Test
    void anOrdinaryMachineMoves() {
        assertThat(kinds("git", AWAY)).isEmpty();
        new Vmotion(site).move("git", AWAY);

        assertThat(site.vm("git").host).isEqualTo(ESXI1);
        assertThat(new Effects(site).vm("git")).isEqualTo(Effects.VmState.RUNNING);
    }

    @Test
    void aLocalDiskStaysUnlessItMovesAlongOrBefore() {
        only(Kind.DISK_UNREACHABLE, "pomf");
        Move disk = new Move(Optional.empty(), Optional.empty(), Map.of("Hard disk 2", "stor1-vm"), Map.of());
        assertThat(kinds("pomf", disk)).isEmpty();
        assertThat(kinds("pomf", new Move(Optional.of(ESXI1), Optional.of("stor1-vm"), Map.of(), Map.of())))
                .isEmpty();
        long free = Objects.requireNonNull(site.datastores.get("esxi3-ssd")).freeMib();

        new Vmotion(site).move("pomf", disk);

        assertThat(kinds("pomf", AWAY)).isEmpty();
        assertThat(Objects.requireNonNull(site.datastores.get("esxi3-ssd")).freeMib())
                .isEqualTo(free + 409_600);
    }

    @Test
    void aFullDatastoreTakesNoDisk() {
        Move move = new Move(Optional.empty(), Optional.empty(), Map.of("Hard disk 1", "esxi3-ssd"), Map.of());

        assertThat(kinds("pomf", move)).containsExactly(Kind.SPACE);
    }

    @Test
    void lowLatencyPinsUntilTheOverrideIsThere() {
        only(Kind.LATENCY_SENSITIVE, "pfsense");
        site.vm("pfsense").on = false;
        assertThat(kinds("pfsense", AWAY)).isEmpty();
        site.vm("pfsense").on = true;
        site.vm("pfsense").advanced.put("migrate.compat.override", "TRUE");
        assertThat(kinds("pfsense", AWAY)).isEmpty();
    }

    @Test
    void whatBelongsToTheHostStaysThere() {
        Vm git = site.vm("git");
        git.cpuAffinity.add(2);
        only(Kind.PROCESSOR_AFFINITY, "git");
        git.cpuAffinity.clear();

        HostDevice drive = new HostDevice();
        git.devices.put("CD/DVD drive 1", drive);
        drive.backing = "[esxi3-ssd] iso/a.iso";
        only(Kind.CONNECTED_DEVICE, "git");
        drive.backing = "[stor1-vm] iso/a.iso";
        assertThat(kinds("git", AWAY)).isEmpty();
        drive.kind = HostDevice.Kind.DRIVE;
        only(Kind.CONNECTED_DEVICE, "git");
        drive.connected = false;
        assertThat(kinds("git", AWAY)).isEmpty();
        drive.connected = true;
        drive.kind = HostDevice.Kind.PASSTHROUGH;
        only(Kind.PASSTHROUGH, "git");
    }

    @Test
    void theOtherHostMustHaveTheNetworkAndTheRoom() {
        site.host(ESXI1).switchOf("VM Network").orElseThrow().portGroups.remove("VM Network");
        only(Kind.NETWORK_MISSING, "git");
        assertThat(kinds("git", Move.to(ESXI2))).isEmpty();
        assertThat(kinds(
                        "git",
                        new Move(
                                Optional.of(ESXI1),
                                Optional.empty(),
                                Map.of(),
                                Map.of("Network adapter 1", "Management Network"))))
                .isEmpty();
        Objects.requireNonNull(site.vm("git").adapters.get("Network adapter 1")).connected = false;
        assertThat(kinds("git", AWAY)).isEmpty();

        site.vm("edge1").memory.reservation = 131_000;
        site.vm("git").memory.reservation = 100;
        only(Kind.MEMORY_RESERVATION, "git");
        site.vm("git").memory.reservation = 0;
        site.vm("git").cpu.reservation = 60_000;
        only(Kind.PROCESSOR_RESERVATION, "git");
    }

    @Test
    void theOtherHostMustAnswerAndServe() {
        site.host(ESXI1).maintenance = true;
        only(Kind.HOST_IN_MAINTENANCE, "git");
        site.host(ESXI1).maintenance = false;
        site.host(ESXI1).processor = new Processor("AMD EPYC 7302", 2, 32, 64, 3000);
        only(Kind.PROCESSOR_MAKE, "git");
        happen(site, "fail host:esxi1.lain.local");
        assertThat(kinds("git", AWAY)).contains(Kind.HOST_UNREACHABLE, Kind.DISK_UNREACHABLE);
    }

    @Test
    void vmotionNeedsItsInterfacesWhereThereAreAny() {
        site.hosts
                .values()
                .forEach(
                        h -> Objects.requireNonNull(h.vmkernel.get("vmk0")).tags.remove("VMotion"));
        assertThat(kinds("git", AWAY)).isEmpty();
        Objects.requireNonNull(site.host(ESXI3).vmkernel.get("vmk0")).tags.add("VMotion");
        only(Kind.NO_VMOTION_NETWORK, "git");
        Objects.requireNonNull(site.host(ESXI1).vmkernel.get("vmk0")).tags.add("VMotion");
        assertThat(kinds("git", AWAY)).isEmpty();
    }

    @Test
    void aMachineThatHangsDoesNotMove() {
        happen(site, "fail card:esxi3.lain.local/5");

        assertThat(kinds("git", AWAY)).contains(Kind.STORAGE_LOST);
    }

    @Test
    void rulesKeepMachinesWhereTheyBelong() {
        DrsRule rule = new DrsRule();
        rule.kind = DrsRule.Kind.APART;
        rule.vms = new TreeSet<>(Set.of("git", "edge1"));
        cluster().rules.put("apart", rule);
        only(Kind.RULE, "git");
        rule.enabled = false;
        assertThat(kinds("git", AWAY)).isEmpty();
    }

    @Test
    void onlyDrsThatIsFullyAutomatedClearsAHost() {
        assertThat(new Evacuation(site).attempt(ESXI3, false)).hasSize(9);
        cluster().drs.behavior = "fullyAutomated";
        VmOverride own = new VmOverride();
        own.drsBehavior = "manual";
        cluster().overrides.put("wiki", own);

        assertThat(new Evacuation(site).attempt(ESXI3, false)).containsExactly("pfsense", "pomf", "wiki");

        own.drsBehavior = null;
        site.vm("irc").host = ESXI3;
        site.vm("irc").on = false;
        assertThat(new Evacuation(site).attempt(ESXI3, false)).containsExactly("pfsense", "pomf");
        assertThat(site.vm("irc").host).as("what is off may stay").isEqualTo(ESXI3);
        assertThat(new Evacuation(site).attempt(ESXI3, true)).containsExactly("pfsense", "pomf");
        assertThat(site.vm("irc").host).isNotEqualTo(ESXI3);
    }
}

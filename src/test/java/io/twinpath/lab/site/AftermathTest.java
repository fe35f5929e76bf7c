package io.twinpath.lab.site;

import static io.twinpath.lab.site.Sites.ESXI1;
import static io.twinpath.lab.site.Sites.ESXI3;
import static io.twinpath.lab.site.Sites.happen;
import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.lab.site.Effects.VmState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What HA makes of failures, on the site of the story. */
final class AftermathTest {

    private static final String CARD = "fail card:esxi3.lain.local/5";

    private final Site site = Sites.lain();
    private final Cluster cluster = Objects.requireNonNull(site.clusters.get("lain"));
    private final Effects effects = new Effects(site);

    private void arm(String response) {
        cluster.ha.componentProtection = true;
        cluster.ha.onApd = response;
    }

    private List<String> on(VmState state) {
        return site.vms.keySet().stream().filter(v -> effects.vm(v) == state).toList();
    }

    private Happening last() {
        return site.happened.getLast();
    }

    @Test
    void withoutComponentProtectionAllMachinesOfTheHostHang() {
        happen(site, CARD);
        assertThat(on(VmState.STALLED)).hasSize(9).contains("pomf", "pfsense", "git");
        assertThat(site.happened).isEmpty();

        happen(site, "repair card:esxi3.lain.local/5");
        assertThat(on(VmState.RUNNING)).hasSize(13);
    }

    @Test
    void componentProtectionRestartsWhatCanRunElsewhere() {
        arm("restartConservative");
        happen(site, CARD);

        assertThat(on(VmState.STALLED)).containsExactly("pomf");
        assertThat(site.vm("pomf").host).isEqualTo(ESXI3);
        assertThat(site.vm("git").host).isNotEqualTo(ESXI3);
        assertThat(last().after())
                .as("the time-out of the host and the delay of the cluster")
                .isEqualTo(140 + 180);
        assertThat(site.happened).extracting(Happening::what).contains("was powered off");
    }

    @Test
    void aDiskThatOthersReachTooLetsPomfBeRestartedUpToItsPassphrase() {
        arm("restartConservative");
        Objects.requireNonNull(site.vm("pomf").disks.get("Hard disk 2")).datastore = "stor1-vm";
        happen(site, CARD);

        assertThat(on(VmState.STALLED)).isEmpty();
        assertThat(effects.vm("pomf")).isEqualTo(VmState.WAITING);
        assertThat(site.vm("pomf").host).isNotEqualTo(ESXI3);
    }

    @Test
    void whatDisarmsTheProtectionOfStorage() {
        arm("warning");
        happen(site, CARD);
        assertThat(on(VmState.STALLED)).hasSize(9);

        cluster.ha.onApd = "restartAggressive";
        site.host(ESXI3).advanced.put("/Misc/APDHandlingEnable", "0");
        happen(site, CARD);
        assertThat(on(VmState.STALLED)).hasSize(9);

        site.host(ESXI3).advanced.remove("/Misc/APDHandlingEnable");
        VmOverride own = new VmOverride();
        own.onApd = "disabled";
        cluster.overrides.put("git", own);
        happen(site, CARD);
        assertThat(on(VmState.STALLED)).containsExactly("git", "pomf");
    }

    @Test
    void aPassingLossIsSatOut() {
        arm("restartConservative");
        site.failed.add("card:esxi3.lain.local/5");
        Aftermath.glance(site, Sites.MORNING, ESXI3);
        assertThat(on(VmState.STALLED)).hasSize(9);

        Aftermath.tick(site, Sites.MORNING.plusSeconds(319));
        assertThat(on(VmState.STALLED)).hasSize(9);
        Aftermath.tick(site, Sites.MORNING.plusSeconds(320));
        assertThat(on(VmState.STALLED)).containsExactly("pomf");

        site.failed.clear();
        Aftermath.tick(site, Instant.MAX);
        assertThat(site.host(ESXI3).apdSince).isEmpty();
    }

    @Test
    void aUnitThatIsGoneForGoodIsAnotherCase() {
        arm("disabled");
        cluster.ha.onPdl = "restartAggressive";
        happen(site, "fail lun:" + Sites.STOR1);
        assertThat(on(VmState.LOST)).as("no host reaches it").hasSize(12);
        assertThat(last().because()).contains("for good");

        happen(site, "repair lun:" + Sites.STOR1);
        assertThat(on(VmState.LOST)).isEmpty();
    }

    @Test
    void aHostThatFailsLosesOnlyWhatNobodyElseCanStart() {
        happen(site, "fail host:esxi3.lain.local");

        assertThat(on(VmState.LOST)).containsExactly("pomf");
        assertThat(site.vms.values().stream().filter(v -> v.host.equals(ESXI3))).hasSize(1);
        assertThat(last().what()).startsWith("was restarted on ");

        happen(site, "repair host:esxi3.lain.local");
        assertThat(effects.vm("pomf")).as("restarted where its disks are").isEqualTo(VmState.WAITING);
    }

    @Test
    void withoutHaMachinesStayDownUntilAPersonComes() {
        cluster.ha.enabled = false;
        happen(site, "power esxi3.lain.local off", "power esxi3.lain.local on");

        assertThat(on(VmState.LOST)).hasSize(9);
    }

    @Test
    void prioritiesAndRoomDecideWhoIsRestarted() {
        cluster.overrides.clear();
        VmOverride never = new VmOverride();
        never.restartPriority = "disabled";
        cluster.overrides.put("wiki", never);
        VmOverride first = new VmOverride();
        first.restartPriority = "highest";
        cluster.overrides.put("web2", first);
        site.vm("web1").memory.reservation = 131_072;
        site.vm("web2").memory.reservation = 131_072;
        site.vm("edge1").memory.reservation = 1;
        happen(site, "fail host:esxi3.lain.local");

        assertThat(on(VmState.LOST)).containsExactly("pomf", "web1", "wiki");
        assertThat(site.happened.stream()
                        .filter(h -> h.what().startsWith("was restarted"))
                        .findFirst())
                .get()
                .extracting(Happening::vm)
                .isEqualTo("web2");
    }

    @Test
    void rulesThatBindKeepMachinesDown() {
        DrsRule apart = new DrsRule();
        apart.kind = DrsRule.Kind.APART;
        apart.vms = new TreeSet<>(Set.of("git", "edge1", "mail"));
        cluster.rules.put("apart", apart);
        DrsRule wish = new DrsRule();
        wish.kind = DrsRule.Kind.ON_HOSTS;
        wish.vmGroup = "v";
        wish.hostGroup = "h";
        cluster.vmGroups.put("v", new TreeSet<>(Set.of("irc")));
        cluster.hostGroups.put("h", new TreeSet<>(Set.of(ESXI3)));
        cluster.rules.put("wish", wish);
        happen(site, "fail host:esxi3.lain.local");

        assertThat(on(VmState.LOST)).containsExactly("git", "pomf");
        wish.mandatory = true;
        happen(site, "repair host:esxi3.lain.local");
        happen(site, "fail host:esxi3.lain.local");
        assertThat(on(VmState.LOST)).contains("git", "pomf").doesNotContain("irc");
    }

    @Test
    void aHostThatIsCutOffDoesWhatTheClusterSays() {
        String[] cut = {"fail nic:esxi1.lain.local/vmnic0", "fail nic:esxi1.lain.local/vmnic1"};
        happen(site, cut);
        assertThat(effects.vm("edge1")).isEqualTo(VmState.RUNNING);
        assertThat(site.vm("edge1").host).isEqualTo(ESXI1);

        cluster.ha.isolationResponse = "powerOff";
        happen(site, cut);
        assertThat(effects.vm("edge1")).isEqualTo(VmState.RUNNING);
        assertThat(site.vm("edge1").host).isNotEqualTo(ESXI1);
    }

    @Test
    void aHostWithoutAnySignOfLifeIsTakenForDead() {
        happen(site, "fail nic:esxi3.lain.local/vmnic0", "fail nic:esxi3.lain.local/vmnic1");
        assertThat(site.vm("git").host).as("it still beats on the datastores").isEqualTo(ESXI3);
        happen(site, CARD);

        assertThat(site.vm("git").host).isNotEqualTo(ESXI3);
        assertThat(on(VmState.STALLED)).containsExactly("pomf");
    }
}

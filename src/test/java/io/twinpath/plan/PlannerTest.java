package io.twinpath.plan;

import static io.twinpath.plan.PlanAssert.assertThat;
import static io.twinpath.toy.ToyKinds.card;
import static io.twinpath.toy.ToyKinds.group;
import static io.twinpath.toy.ToyKinds.vswitch;

import io.twinpath.model.Address;
import io.twinpath.model.RiskClass;
import io.twinpath.toy.ToyCard;
import io.twinpath.toy.ToyGroup;
import io.twinpath.toy.ToyPlans;
import io.twinpath.toy.ToySpec;
import io.twinpath.toy.ToySwitch;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final String HOST = "esxi3.lain.local";
    private static final Address OLD = vswitch(HOST, "vSwitch0");
    private static final Address NEW = vswitch(HOST, "vSwitch1");
    private static final Address GROUP = group(HOST, "iSCSI-A");

    private final ToySpec site = new ToySpec().host(HOST);

    private Plan plan() {
        return ToyPlans.plan(site);
    }

    @Test
    void whatIsNeededComesFirst() {
        site.wants(NEW, ToySwitch.of("vmnic4"))
                .seesNothing(NEW)
                .wants(GROUP, ToyGroup.on("vSwitch1"))
                .seesNothing(GROUP);
        assertThat(plan()).orders(NEW).before(GROUP).changes(NEW, GROUP);
    }

    @Test
    void whoGivesUpAnUplinkGoesBeforeWhoTakesIt() {
        site.wants(OLD, ToySwitch.of("vmnic0"))
                .sees(OLD, ToySwitch.of("vmnic0", "vmnic1"))
                .wants(NEW, ToySwitch.of("vmnic1"))
                .seesNothing(NEW);
        assertThat(plan()).orders(OLD).before(NEW);
    }

    @Test
    void twoThatExchangeUplinksAreToldWhyTheyCannot() {
        site.wants(OLD, ToySwitch.of("vmnic1"))
                .sees(OLD, ToySwitch.of("vmnic0"))
                .wants(NEW, ToySwitch.of("vmnic0"))
                .sees(NEW, ToySwitch.of("vmnic1"))
                .wants(GROUP, ToyGroup.on("vSwitch1"))
                .seesNothing(GROUP);
        assertThat(plan())
                .changes()
                .blocks(OLD, "two applies", "vSwitch1")
                .blocks(NEW, "two applies", "vSwitch0")
                .blocks(GROUP, "waits for");
    }

    @Test
    void anUplinkThatItsHolderKeepsIsNotTaken() {
        ToySwitch silent = new ToySwitch(
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty());
        site.wants(OLD, silent)
                .sees(OLD, ToySwitch.of("vmnic0"))
                .wants(NEW, ToySwitch.of("vmnic0"))
                .seesNothing(NEW);
        assertThat(plan()).changes().blocks(NEW, "uplink vmnic0", "vSwitch0", "does not give up");
    }

    @Test
    void aLargerMtuStartsBelowAndASmallerOneAbove() {
        site.wants(OLD, ToySwitch.of().mtu(9000))
                .sees(OLD, ToySwitch.of().mtu(1500))
                .wants(GROUP, ToyGroup.on("vSwitch0").vlan(20))
                .sees(GROUP, ToyGroup.on("vSwitch0").vlan(10));
        assertThat(plan()).orders(OLD).before(GROUP);
        site.wants(OLD, ToySwitch.of().mtu(1500)).sees(OLD, ToySwitch.of().mtu(9000));
        assertThat(plan()).orders(GROUP).before(OLD);
    }

    @Test
    void whatStandsOnSomethingGoesBeforeItIsRemoved() {
        site.wantsAbsent(OLD)
                .sees(OLD, ToySwitch.of("vmnic0"))
                .wantsAbsent(GROUP)
                .sees(GROUP, ToyGroup.on("vSwitch0"));
        assertThat(plan()).orders(GROUP).before(OLD);
    }

    @Test
    void whatMovesAwayMovesBeforeItsOldPlaceIsRemoved() {
        site.wantsAbsent(OLD)
                .sees(OLD, ToySwitch.of())
                .wants(NEW, ToySwitch.of())
                .seesNothing(NEW)
                .wants(GROUP, ToyGroup.on("vSwitch1"))
                .sees(GROUP, ToyGroup.on("vSwitch0"));
        assertThat(plan()).orders(NEW).before(GROUP).orders(GROUP).before(OLD);
    }

    @Test
    void whatOthersStandOnIsNotReplaced() {
        site.wants(OLD, ToySwitch.of("vmnic0").size(128))
                .sees(OLD, ToySwitch.of("vmnic0").size(64))
                .wants(GROUP, ToyGroup.on("vSwitch0").vlan(7))
                .sees(GROUP, ToyGroup.on("vSwitch0").vlan(6));
        assertThat(plan())
                .changes()
                .blocks(OLD, "removed and made again", GROUP.toString(), "stands on it")
                .blocks(GROUP, "waits for");
    }

    @Test
    void whatNeedsSomethingThatMustBeAbsentIsBlocked() {
        site.wantsAbsent(OLD)
                .sees(OLD, ToySwitch.of())
                .wants(GROUP, ToyGroup.on("vSwitch0"))
                .seesNothing(GROUP);
        assertThat(plan()).changes(OLD).blocks(GROUP, "needs " + OLD);
    }

    @Test
    void aStepCarriesItsCommandsItsWayBackAndWhatItRestsOn() {
        Address card = card(HOST, "storage_a");
        site.wants(card, new ToyCard("57810", List.of()))
                .sees(card, new ToyCard("57810", List.of("vmnic6")))
                .wants(OLD, ToySwitch.of("storage_a/0").mtu(9000))
                .sees(OLD, ToySwitch.of("vmnic0").mtu(1500));
        Step step = plan().steps().get(0);
        Assertions.assertThat(step.forward())
                .extracting(Object::toString)
                .containsExactly(
                        "toy switch set --name=vSwitch0 --mtu=9000", "toy switch set --name=vSwitch0 --uplinks=vmnic6");
        Assertions.assertThat(((Reversal.Commands) step.reversal()).commands())
                .extracting(Object::toString)
                .containsExactly(
                        "toy switch set --name=vSwitch0 --mtu=1500", "toy switch set --name=vSwitch0 --uplinks=vmnic0");
        Assertions.assertThat(step.guards()).extracting(Guard::address).containsExactly(OLD, card);
        Assertions.assertThat(step.risk()).isEqualTo(RiskClass.LIFELINE);
        Assertions.assertThat(step.wanted()).hasToString("{uplinks: [vmnic6], mtu: 9000}");
        Assertions.assertThat(plan().declared()).containsOnlyKeys(OLD, card);
        Assertions.assertThat(plan().declared().get(OLD)).hasToString("{uplinks: [storage_a/0], mtu: 9000}");
    }

    @Test
    void fingerprintsFollowWhatAStepReadAndNothingElse() {
        site.wants(OLD, ToySwitch.of("vmnic0"))
                .sees(OLD, ToySwitch.of("vmnic1").label("a"))
                .wants(NEW, ToySwitch.of("vmnic2"))
                .sees(NEW, ToySwitch.of("vmnic2").label("a"));
        String before = plan().factsFingerprint();
        site.sees(NEW, ToySwitch.of("vmnic2").label("b"));
        Assertions.assertThat(plan().factsFingerprint()).isEqualTo(before);
        site.sees(OLD, ToySwitch.of("vmnic1").label("b"));
        Assertions.assertThat(plan().factsFingerprint()).isNotEqualTo(before);
    }

    @Test
    void nothingToDoIsAnEmptyPlan() {
        site.wants(OLD, ToySwitch.of("vmnic0")).sees(OLD, ToySwitch.of("vmnic0"));
        Assertions.assertThat(plan().isEmpty()).isTrue();
        Assertions.assertThat(plan().kept()).isEqualTo(1);
    }
}

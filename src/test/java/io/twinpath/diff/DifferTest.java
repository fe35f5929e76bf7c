package io.twinpath.diff;

import static io.twinpath.toy.ToyKinds.card;
import static io.twinpath.toy.ToyKinds.group;
import static io.twinpath.toy.ToyKinds.vswitch;
import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.kind.Installed;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.HostFact;
import io.twinpath.model.Obstacle;
import io.twinpath.toy.ToyCard;
import io.twinpath.toy.ToyGroup;
import io.twinpath.toy.ToySpec;
import io.twinpath.toy.ToySwitch;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DifferTest {

    private static final String HOST = "esxi3.lain.local";
    private static final Address CARD = card(HOST, "storage_a");
    private static final Address SWITCH = vswitch(HOST, "vSwitch1");
    private static final Address GROUP = group(HOST, "iSCSI-A");

    private final ToySpec site = new ToySpec().host(HOST);

    private Changes diff() {
        return Differ.diff(site.spec(), site.snapshot(), site.kinds(), Installed.BY_KIND);
    }

    private Change<?> change(Address address) {
        return diff().change(address).orElseThrow();
    }

    private List<Obstacle> obstacles(Address address) {
        return ((Change.Blocked<?>) change(address)).obstacles();
    }

    @Test
    void whatIsMissingIsCreated() {
        site.wants(SWITCH, ToySwitch.of("vmnic4")).seesNothing(SWITCH);
        assertThat(change(SWITCH)).isInstanceOf(Change.Create.class);
    }

    @Test
    void whatIsEqualIsKept() {
        site.wants(SWITCH, ToySwitch.of("vmnic4"))
                .sees(SWITCH, ToySwitch.of("vmnic4").mtu(1500));
        assertThat(change(SWITCH)).isInstanceOf(Change.Keep.class);
        assertThat(diff().kept()).isEqualTo(1);
    }

    @Test
    void whatDiffersIsUpdatedAndKeepsWhatIsNotManaged() {
        ToySwitch found = ToySwitch.of("vmnic0").mtu(1500).size(64).label("L");
        site.wants(SWITCH, ToySwitch.of("vmnic4")).sees(SWITCH, found);
        Change.Update<?> update = (Change.Update<?>) change(SWITCH);
        assertThat(update.target())
                .isEqualTo(ToySwitch.of("vmnic4").mtu(1500).size(64).label("L"));
        assertThat(update.deltas())
                .singleElement()
                .satisfies(d -> assertThat(d.path()).hasToString("uplinks"));
    }

    @Test
    void whatCannotBeChangedInPlaceIsReplaced() {
        site.wants(SWITCH, ToySwitch.of("vmnic4").size(128))
                .sees(SWITCH, ToySwitch.of("vmnic4").size(64));
        assertThat(change(SWITCH)).isInstanceOf(Change.Replace.class);
    }

    @Test
    void whatMustBeAbsentIsDeletedOnceAndThenKept() {
        site.wantsAbsent(GROUP).sees(GROUP, ToyGroup.on("vSwitch1"));
        assertThat(change(GROUP)).isInstanceOf(Change.Delete.class);
        site.seesNothing(GROUP);
        assertThat(change(GROUP)).isInstanceOf(Change.Keep.class);
    }

    @Test
    void whatCannotBeReadIsNeitherAbsentNorChanged() {
        site.wants(SWITCH, ToySwitch.of("vmnic4")).cannotRead(SWITCH, "hostd does not answer.");
        assertThat(obstacles(SWITCH)).containsExactly(new Obstacle.Unread("hostd does not answer."));
    }

    @Test
    void onAHostThatDidNotAnswerEverythingIsBlockedForItsReason() {
        site.unreached(HOST, HostFact.Cause.UNREACHABLE, "No route to esxi3.")
                .wants(SWITCH, ToySwitch.of("vmnic4"))
                .wants(GROUP, ToyGroup.on("vSwitch1"));
        assertThat(obstacles(SWITCH)).containsExactly(new Obstacle.Unread("No route to esxi3."));
        assertThat(obstacles(GROUP)).containsExactly(new Obstacle.Unread("No route to esxi3."));
        assertThat(diff().kept()).isZero();
    }

    @Test
    void aPortIsFoundThroughItsCardWhateverNumberTheHostGaveIt() {
        site.wants(CARD, new ToyCard("57810", List.of()))
                .sees(CARD, new ToyCard("57810", List.of("vmnic6", "vmnic7")))
                .wants(SWITCH, ToySwitch.of("storage_a/1"))
                .sees(SWITCH, ToySwitch.of("vmnic7"));
        assertThat(change(SWITCH)).isInstanceOf(Change.Keep.class);
    }

    @Test
    void thePortsOfTheWrongCardAreNotUsed() {
        site.wants(CARD, new ToyCard("57810", List.of()))
                .sees(CARD, new ToyCard("ConnectX-2", List.of("vmnic4", "vmnic5")))
                .wants(SWITCH, ToySwitch.of("storage_a/0"))
                .sees(SWITCH, ToySwitch.of("vmnic4"));
        assertThat(obstacles(CARD)).singleElement().isInstanceOf(Obstacle.HandsOn.class);
        assertThat(obstacles(SWITCH)).containsExactly(new Obstacle.WaitsFor(CARD));
    }

    @Test
    void aCardWithFewerPortsIsNamedWithThePortsThatItHas() {
        site.wants(CARD, new ToyCard("57810", List.of()))
                .sees(CARD, new ToyCard("57810", List.of("vmnic6")))
                .wants(SWITCH, ToySwitch.of("storage_a/1"))
                .seesNothing(SWITCH);
        assertThat(obstacles(SWITCH))
                .singleElement()
                .satisfies(o -> assertThat(o.text()).contains("storage_a/1", "one port (vmnic6)"));
    }

    @Test
    void aCardThatTheSpecDoesNotKnowIsSaidSo() {
        site.wants(SWITCH, ToySwitch.of("storage_z/0")).seesNothing(SWITCH);
        assertThat(obstacles(SWITCH))
                .singleElement()
                .satisfies(o -> assertThat(o.text()).contains("no card \"storage_z\""));
    }

    @Test
    void whatStandsOnSomethingBlockedWaitsForTheFirstCause() {
        site.wants(CARD, new ToyCard("57810", List.of()))
                .seesNothing(CARD)
                .wants(SWITCH, ToySwitch.of("storage_a/0"))
                .seesNothing(SWITCH)
                .wants(GROUP, ToyGroup.on("vSwitch1"))
                .seesNothing(GROUP);
        assertThat(obstacles(GROUP)).containsExactly(new Obstacle.WaitsFor(CARD));
    }

    @Test
    void whatHasNothingToChangeIsKeptEvenOnSomethingBlocked() {
        site.wants(SWITCH, ToySwitch.of("vmnic4"))
                .cannotRead(SWITCH, "The answer was cut.")
                .wants(GROUP, ToyGroup.on("vSwitch1"))
                .sees(GROUP, ToyGroup.on("vSwitch1"));
        assertThat(change(GROUP)).isInstanceOf(Change.Keep.class);
        site.sees(GROUP, ToyGroup.on("vSwitch0"));
        assertThat(obstacles(GROUP)).containsExactly(new Obstacle.WaitsFor(SWITCH));
    }

    @Test
    void aContradictionBetweenSpecAndHostIsAnObstacleAndNotACrash() {
        Address other = vswitch(HOST, "vSwitch2");
        site.wants(other, ToySwitch.of("vmnic1").mtu(9000)).sees(other, ToySwitch.of("vmnic1"));
        assertThat(change(other)).isInstanceOf(Change.Update.class);
    }

    @Test
    void kindsWithoutWordsAreListedAndDeclaredOnesAreNot() {
        site.wants(Address.inSite("vm", "pomf"), ToyGroup.on("x"))
                .wants(Address.inSite("array", "stor1"), ToyGroup.on("x"));
        assertThat(diff().notApplied()).containsExactly("vm");
        assertThat(diff().byAddress()).isEmpty();
    }

    @Test
    void aChangeSaysWhatIsWantedInTheHostsTerms() {
        site.wants(CARD, new ToyCard("57810", List.of()))
                .sees(CARD, new ToyCard("57810", List.of("vmnic6")))
                .wants(SWITCH, ToySwitch.of("storage_a/0"))
                .seesNothing(SWITCH);
        assertThat(change(SWITCH).resource().desired()).isEqualTo(Optional.of(ToySwitch.of("vmnic6")));
    }

    /** From some hundreds of resources on they are compared by several threads. */
    @Test
    void manyHostsAreComparedAsEachByItself() {
        SortedMap<Address, Change<?>> each = new TreeMap<>();
        for (int n = 0; n < 400; n++) {
            String host = "esxi" + n + ".lain.local";
            for (ToySpec of : List.of(site, new ToySpec())) {
                of.host(host)
                        .wants(card(host, "storage_a"), new ToyCard("Broadcom 57810", List.of()))
                        .wants(
                                vswitch(host, "vSwitch1"),
                                ToySwitch.of("storage_a/0").mtu(n % 3 == 0 ? 9000 : 1500))
                        .wants(group(host, "iSCSI-A"), ToyGroup.on("vSwitch1"))
                        .sees(card(host, "storage_a"), new ToyCard("Broadcom 57810", List.of("vmnic4")))
                        .sees(vswitch(host, "vSwitch1"), ToySwitch.of("vmnic4").mtu(1500));
                if (n % 5 == 0) {
                    of.seesNothing(group(host, "iSCSI-A"));
                } else {
                    of.sees(group(host, "iSCSI-A"), ToyGroup.on("vSwitch1"));
                }
                if (of != site) {
                    each.putAll(Differ.diff(of.spec(), of.snapshot(), of.kinds(), Installed.BY_KIND)
                            .byAddress());
                }
            }
        }
        assertThat(diff().byAddress()).isEqualTo(each);
        assertThat(each.values().stream().filter(Change::isPending)).hasSize(134 + 80);
    }
}

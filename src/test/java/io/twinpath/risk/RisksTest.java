package io.twinpath.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.kind.policy.Policy;
import io.twinpath.rig.Effects;
import io.twinpath.rig.part.Component;
import io.twinpath.risk.rule.Rules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Policies on findings, and what changes between two states. */
class RisksTest {

    private static final Component CARD = new Component.CardOf("a", "5");
    private static final String HOSTS = "hosts: {a: , b: }\n";

    private static Risks risks(String policies, Component... failed) {
        List<Effects> effects = List.of(failed).stream()
                .map(c -> SceneSketch.effects(
                        c, new Effects.HostEffect("a", Effects.HostState.CUT_OFF, List.of("a", c.toString()))))
                .toList();
        return Risks.of(SceneSketch.failing(HOSTS + policies, effects).scene(), Rules.standard());
    }

    private static Judged only(Risks risks) {
        assertThat(risks.all()).hasSize(1);
        return risks.all().getFirst();
    }

    @Test
    void aFindingHasAStableNameAndItsUsualLevel() {
        Judged judged = only(risks("", CARD));
        assertThat(judged.finding().id()).isEqualTo("RSK0101:card:a/5");
        assertThat(judged.finding().title()).isEqualTo("If the card 5 of a fails, a cannot be managed.");
        assertThat(judged.level()).isEqualTo(Policy.Level.REFUSE);
        assertThat(judged.accepted()).isFalse();
    }

    @Test
    void thePolicyThatSaysMostExactlyForWhatItHoldsCounts() {
        Risks risks = risks("""
                policies:
                  all: {risk: RSK0101, level: note}
                  here: {risk: RSK0101, level: warn, hosts: [a]}
                  there: {risk: RSK0101, level: refuse, hosts: [b]}
                """, CARD);
        assertThat(only(risks).level()).isEqualTo(Policy.Level.WARN);
    }

    @Test
    void anAcceptanceHoldsOnItsLastDayAndNotBeyond() {
        String policy =
                "policies: {card: {accept: RSK0101, components: [card:a/5], until: %s, because: It is ordered.}}";
        Risks today = risks(policy.formatted("2022-10-13"), CARD);
        assertThat(only(today).waiver().map(Judged.Waiver::policy)).contains("card");
        assertThat(today.open()).isEmpty();

        Risks tomorrow = risks(policy.formatted("2022-10-12"), CARD);
        assertThat(tomorrow.open()).extracting(j -> j.finding().code()).containsExactly("RSK0101", "RSK0401");
    }

    @Test
    void anAcceptanceForOnePartOrHostCoversNoOther() {
        assertThat(risks(
                                "policies: {x: {accept: RSK0101, components: [card:a/3], until: 2030-01-01, because: It is old.}}",
                                CARD)
                        .open())
                .hasSize(1);
        assertThat(risks("policies: {x: {accept: RSK0101, hosts: [b], until: 2030-01-01, because: It is old.}}", CARD)
                        .open())
                .hasSize(1);
    }

    @Test
    void aPlanIsRefusedForWhatItOpensAndNotForWhatWasThere() {
        Component other = new Component.CardOf("a", "3");
        Risks.Difference difference = risks("", CARD).to(risks("", CARD, other));
        assertThat(difference.opens()).extracting(j -> j.finding().id()).containsExactly("RSK0101:card:a/3");
        assertThat(difference.leaves()).extracting(j -> j.finding().id()).containsExactly("RSK0101:card:a/5");
        assertThat(difference.refused()).hasSize(1);
        assertThat(risks("", CARD, other).to(risks("", CARD)).closes()).hasSize(1);
    }

    @Test
    void theSameRiskWithMoreHarmIsWorse() {
        Effects.HostEffect a = new Effects.HostEffect("a", Effects.HostState.CUT_OFF, List.of("a", "card:a/5"));
        Effects.HostEffect b = new Effects.HostEffect("b", Effects.HostState.CUT_OFF, List.of("b", "card:a/5"));
        Risks before = Risks.of(
                SceneSketch.failing(HOSTS, List.of(SceneSketch.effects(CARD, a)))
                        .scene(),
                Rules.standard());
        Risks after = Risks.of(
                SceneSketch.failing(HOSTS, List.of(SceneSketch.effects(CARD, a, b)))
                        .scene(),
                Rules.standard());
        assertThat(before.to(after).worsens()).hasSize(1);
        assertThat(after.to(before).worsens()).isEmpty();
    }

    @Test
    void asValuesItHasTheShapeOfTheContract() {
        assertThat(FindingValue.of(risks("", CARD)))
                .hasToString(
                        "{format_version: 1, findings: [{code: RSK0101, id: RSK0101:card:a/5, severity: high,"
                                + " level: refuse, title: If the card 5 of a fails, a cannot be managed., components: [card:a/5],"
                                + " subjects: [card:a/5], hosts: [a], effects: [{host: a, effect: cut_off, because: [a, card:a/5]}],"
                                + " assumptions: [], remedy: {advice: Add a second way over another card and another switch.}}]}");
    }
}

package io.twinpath.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.kind.policy.Policy;
import io.twinpath.rig.part.Component;
import io.twinpath.risk.rule.ExpiredWaiver;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Policies on findings, and what changes between two states. */
class RisksTest {

    private static final Component CARD = new Component.CardOf("a", "5");
    private static final String HOSTS = "hosts: {a: , b: }\n";

    private static Risks risks(String policies, Component... failed) {
        return judged(
                policies,
                List.of(failed).stream().map(card -> cutting(card, "a")).toList());
    }

    private static Risks judged(String policies, List<Finding> findings) {
        return Risks.of(SceneSketch.of(HOSTS + policies).scene(), List.of(new Told(findings), new ExpiredWaiver()));
    }

    private static Finding cutting(Component failed, String... hosts) {
        List<Effect> effects = List.of(hosts).stream()
                .map(host -> new Effect(
                        Effect.Subject.HOST,
                        host,
                        Optional.empty(),
                        "cut_off",
                        List.of(host, failed.toString()),
                        List.of()))
                .toList();
        return Finding.of("RSK0101", Severity.HIGH, "If " + failed + " fails, a host is cut off.", Set.of(failed))
                .with(Set.of(failed), effects)
                .on(List.of(hosts))
                .remedy(Remedy.of("Add a second way."));
    }

    private record Told(List<Finding> findings) implements Rule {
        @Override
        public String code() {
            return "RSK0101";
        }

        @Override
        public String summary() {
            return "Told";
        }

        @Override
        public List<Finding> findings(Scene scene) {
            return findings;
        }
    }

    private static Judged only(Risks risks) {
        assertThat(risks.all()).hasSize(1);
        return risks.all().getFirst();
    }

    @Test
    void aFindingHasAStableNameAndItsUsualLevel() {
        Judged judged = only(risks("", CARD));
        assertThat(judged.finding().id()).isEqualTo("RSK0101:card:a/5");
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
        Risks before = judged("", List.of(cutting(CARD, "a")));
        Risks after = judged("", List.of(cutting(CARD, "a", "b")));
        assertThat(before.to(after).worsens()).hasSize(1);
        assertThat(after.to(before).worsens()).isEmpty();
    }

    @Test
    void asValuesItHasTheShapeOfTheContract() {
        assertThat(FindingValue.of(risks("", CARD)))
                .hasToString("{format_version: 1, findings: [{code: RSK0101, id: RSK0101:card:a/5, severity: high,"
                        + " level: refuse, title: If card:a/5 fails, a host is cut off., components: [card:a/5],"
                        + " subjects: [card:a/5], hosts: [a], effects: [{host: a, effect: cut_off, because: [a, card:a/5]}],"
                        + " assumptions: [], remedy: {advice: Add a second way.}}]}");
    }
}

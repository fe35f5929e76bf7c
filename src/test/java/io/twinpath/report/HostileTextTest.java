package io.twinpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.kind.policy.Policy;
import io.twinpath.model.Names;
import io.twinpath.model.Value;
import io.twinpath.rig.Effects;
import io.twinpath.rig.MachineEffect;
import io.twinpath.rig.part.Assumption;
import io.twinpath.rig.part.Component;
import io.twinpath.risk.Effect;
import io.twinpath.risk.Finding;
import io.twinpath.risk.FindingValue;
import io.twinpath.risk.Judged;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.Risks;
import io.twinpath.risk.Severity;
import io.twinpath.risk.readiness.Ready;
import io.twinpath.risk.readiness.Way;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Names that hosts tell can neither begin a line, nor colour one, nor turn one around. */
class HostileTextTest {

    private static final String EVIL = "vm\u001b[31m\r\nRisks: none\u202e\u200b";
    private static final Component PART = new Component.CardOf("a", EVIL);
    private static final Assumption ASSUMED = new Assumption(EVIL, EVIL + " is not known.");

    private static void harmless(String text, int lines) {
        assertThat(text.lines()).as(text).hasSize(lines);
        assertThat(text.codePoints().filter(c -> c != '\n').anyMatch(Names::hidden))
                .as(text)
                .isFalse();
        assertThat(text.lines()).noneMatch(line -> line.startsWith("Risks: none") && line.endsWith("}"));
    }

    private static Risks.Difference shift() {
        Effect gone = new Effect(
                Effect.Subject.DATASTORE, EVIL, Optional.of(EVIL), "unreachable", List.of(EVIL, EVIL + "2"), List.of());
        Effect stalled = new Effect(Effect.Subject.VM, EVIL, Optional.empty(), "stalled", List.of(EVIL), List.of(EVIL));
        Finding finding = Finding.of("RSK0101", Severity.HIGH, EVIL + " fails.", Set.of(PART))
                .with(Set.of(PART), List.of(gone, stalled))
                .assuming(List.of(ASSUMED))
                .remedy(Remedy.of(EVIL, EVIL));
        Judged judged = new Judged(finding, Policy.Level.REFUSE, Optional.empty());
        return new Risks.Difference(List.of(judged), List.of(), List.of(judged), List.of());
    }

    @Test
    void risks() {
        RisksView view = new RisksView(Style.PLAIN);
        harmless(view.text(new Risks(shift().opens())), 11);
        harmless(view.shift(shift()), 11);
        harmless(view.told(FindingValue.of(shift())), 3);
        harmless(view.told(new Value.Fields(new TreeMap<>())), 1);
    }

    @Test
    void failures() {
        MachineEffect restarted = new MachineEffect(
                EVIL,
                MachineEffect.Verdict.RESTARTED,
                Optional.of(EVIL),
                true,
                List.of(EVIL),
                List.of(EVIL),
                List.of(new MachineEffect.Moment(0, EVIL)));
        TreeMap<String, MachineEffect> machines = new TreeMap<>();
        machines.put(EVIL, restarted);
        Effects effects = new Effects(
                new TreeSet<>(Set.of(PART)),
                List.of(new Effects.DeviceEffect(EVIL, EVIL, List.of(), 1, Effects.DeviceState.DEGRADED)),
                List.of(new Effects.DatastoreEffect(EVIL, EVIL, List.of(EVIL))),
                List.of(new Effects.HostEffect(EVIL, Effects.HostState.DOWN, List.of(EVIL))),
                machines,
                new TreeSet<>(Set.of(ASSUMED)));
        harmless(new EffectsView(Style.PLAIN).text(effects, "now"), 9);
    }

    @Test
    void readiness() {
        TreeMap<String, String> refusals = new TreeMap<>();
        refusals.put(EVIL, EVIL);
        Ready ready = new Ready(
                EVIL,
                Optional.of(EVIL),
                new Way(new TreeSet<>(Set.of(EVIL)), List.of(), refusals),
                new Way(new TreeSet<>(), List.of(EVIL), refusals),
                true,
                List.of(Remedy.of(EVIL, EVIL)),
                new TreeSet<>(Set.of(ASSUMED)));
        harmless(new ReadinessView(Style.PLAIN).text(List.of(ready)), 8);
    }
}

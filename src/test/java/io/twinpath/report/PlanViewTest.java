package io.twinpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.driver.EsxcliCommand;
import io.twinpath.driver.Option;
import io.twinpath.model.Address;
import io.twinpath.model.Delta;
import io.twinpath.model.FieldPath;
import io.twinpath.model.HostFact;
import io.twinpath.model.Obstacle;
import io.twinpath.model.RiskClass;
import io.twinpath.model.Transport;
import io.twinpath.model.Value;
import io.twinpath.model.Way;
import io.twinpath.plan.Plan;
import io.twinpath.plan.PlanStamp;
import io.twinpath.plan.Reversal;
import io.twinpath.plan.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PlanViewTest {

    private final List<Step> steps = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Plan.Blocked> blocked = new ArrayList<>();
    private final SortedMap<String, HostFact> hosts = new TreeMap<>();
    private final SortedSet<Address> undeclared = new TreeSet<>();

    private String text() {
        for (Step step : steps) {
            hosts.putIfAbsent(step.place(), new HostFact.Reached("u", "6.7.0", "1"));
        }
        Plan plan = new Plan(
                new PlanStamp("p-1", "1", Instant.EPOCH),
                "lain",
                "s",
                "f",
                hosts,
                steps,
                blocked,
                new TreeMap<>(),
                new TreeSet<>(Set.of("vm")),
                7,
                undeclared,
                Optional.empty());
        return new PlanView(Style.PLAIN).text(plan);
    }

    private void ntp(String host, String before, String after, boolean sensitive) {
        steps.add(new Step(
                "s" + (steps.size() + 1),
                Address.onHost("advanced", host, "Misc.APDTimeout"),
                Step.Action.UPDATE,
                List.of(new Delta(FieldPath.of("value"), Value.text(before), Value.text(after), sensitive, false)),
                Value.none(),
                new Way(host, Transport.SSH),
                List.of(EsxcliCommand.of("system settings advanced set", Option.of("option", "/Misc/APDTimeout"))),
                new Reversal.Impossible("test"),
                Set.of(),
                RiskClass.HOST,
                List.of(),
                notes));
    }

    @Test
    void whatPeopleMustKnowStandsWithTheStep() {
        notes.add("It takes effect at the next start.");
        ntp("esxi1", "120", "140", false);
        assertThat(text()).contains("""
                  ~ advanced Misc.APDTimeout  value: 120 -> 140
                      note: It takes effect at the next start.
                """);
    }

    @Test
    void saysOnceWhatIsTheSameOnManyHosts() {
        for (int i = 1; i <= 47; i++) {
            ntp("esxi" + i, "120", "140", false);
        }
        ntp("odd", "20", "140", false);
        assertThat(text()).isEqualTo("""
                47 hosts: esxi1, esxi2, esxi3 and 44 more
                  ~ advanced Misc.APDTimeout  value: 120 -> 140
                odd
                  ~ advanced Misc.APDTimeout  value: 20 -> 140
                Plan: 48 to update; 7 as wanted. (not applied, no vSphere API leads there: vm)
                """);
    }

    @Test
    void nothingToDoIsOneLine() {
        hosts.put("esxi1", new HostFact.Reached("u", "6.7.0", "1"));
        assertThat(text())
                .isEqualTo(
                        "No changes. 7 resources on 1 host are as the spec wants them. (not applied, no vSphere API leads there: vm)\n");
    }

    @Test
    void obstaclesComeFirstAndSecretsNever() {
        ntp("esxi1", "hunter2", "hunter3", true);
        Address card = Address.onHost("card", "esxi1", "storage_a");
        blocked.add(new Plan.Blocked(card, List.of(new Obstacle.HandsOn("Put in a card\u202e."))));
        blocked.add(
                new Plan.Blocked(Address.onHost("vswitch", "esxi1", "vSwitch1"), List.of(new Obstacle.WaitsFor(card))));
        assertThat(text())
                .startsWith("Blocked:\n  ! card:esxi1/storage_a  a person: Put in a card\\u{202e}.\n")
                .contains("waiting for that: vswitch:esxi1/vSwitch1")
                .contains("(a secret, not shown)")
                .doesNotContain("hunter");
    }

    @Test
    void aSilentHostIsSaidOnce() {
        hosts.put("esxi2", new HostFact.Unreached(HostFact.Cause.UNREACHABLE, "esxi2 could not be reached."));
        for (String name : List.of("a", "b", "c")) {
            blocked.add(new Plan.Blocked(
                    Address.onHost("vswitch", "esxi2", name),
                    List.of(new Obstacle.Unread("esxi2 could not be reached."))));
        }
        assertThat(text().lines().filter(l -> l.contains("could not be reached")))
                .hasSize(1);
        assertThat(text()).contains("1 of 1 host did not answer");
    }
}

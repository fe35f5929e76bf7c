package io.twinpath.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.driver.Command;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Transport;
import io.twinpath.plan.Plan;
import io.twinpath.plan.Reversal;
import io.twinpath.plan.Step;
import io.twinpath.spec.Loaded;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What holds of every site: import then plan is empty; and a change of the imported spec can be applied, is then kept, and can be
 * undone, over SSH and over each host's own API. {@code -Dtwinpath.import.sites=200} tries as many.
 */
class ImportLawTest {

    private static final int SITES = Integer.getInteger("twinpath.import.sites", 4);

    @ParameterizedTest
    @EnumSource
    void aPlanAfterAnImportIsEmpty(Transport way) throws Exception {
        for (long seed = 1; seed <= SITES; seed++) {
            try (ImportedSite site = ImportedSite.generated(1 + (int) (seed % 3), seed, way)) {
                List<String> done = new Habits(new Random(seed)).on(site, 12);
                SiteDraft draft = site.draft();
                Plan plan = site.plan(ImportedSite.load(draft));
                assertThat(plan.steps())
                        .as("seed %d after %s%n%s", seed, done, draft.files())
                        .isEmpty();
                assertThat(plan.blocked())
                        .as("seed %d after %s%n%s", seed, done, draft.files())
                        .isEmpty();
                assertThat(draft.files().values()).noneMatch(text -> text.contains(Habits.SECRET));
                assertThat(draft.leftOut())
                        .as("seed %d after %s", seed, done)
                        .allMatch(left -> left.what().contains("{"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangeOfTheSpecIsAppliedKeptAndUndone(Transport way) throws Exception {
        int changed = 0;
        for (long seed = 1; seed <= SITES; seed++) {
            try (ImportedSite site = ImportedSite.generated(1 + (int) (seed % 2), seed, way)) {
                Random random = new Random(seed);
                new Habits(random).on(site, 4);
                SiteDraft draft = site.draft();
                Snapshot before = site.survey();
                String setting = new Wishes(random).on(ImportedSite.load(draft));
                Loaded wanted = ImportedSite.load(draft, setting);
                Plan plan = site.plan(wanted);
                changed += plan.isEmpty() ? 0 : 1;
                send(site, forward(plan), seed, setting);
                Plan again = site.plan(wanted);
                assertThat(again.steps()).as("seed %d, %s", seed, setting).isEmpty();
                send(site, back(plan), seed, setting);
                assertThat(site.survey().facts())
                        .as("seed %d, %s", seed, setting)
                        .isEqualTo(before.facts());
            }
        }
        assertThat(changed).as("settings that change something").isGreaterThan(SITES / 4);
    }

    private record Sent(String host, Command command) {}

    private static List<Sent> forward(Plan plan) {
        List<Sent> sent = new ArrayList<>();
        plan.steps().forEach(step -> step.forward().forEach(c -> sent.add(new Sent(step.place(), c))));
        return sent;
    }

    private static List<Sent> back(Plan plan) {
        List<Sent> sent = new ArrayList<>();
        for (Step step : plan.steps().reversed()) {
            if (step.reversal() instanceof Reversal.Commands commands) {
                commands.commands().forEach(c -> sent.add(new Sent(step.place(), c)));
            }
        }
        return sent;
    }

    private static void send(ImportedSite site, List<Sent> commands, long seed, String setting) {
        for (Sent each : commands) {
            assertThat(site.driver.send(each.host, each.command))
                    .as("seed %d, %s: %s", seed, setting, each.command)
                    .isEmpty();
        }
    }
}

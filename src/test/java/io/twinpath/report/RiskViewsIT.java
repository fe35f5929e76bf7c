package io.twinpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.Golden;
import io.twinpath.Project;
import io.twinpath.Site;
import io.twinpath.Survey;
import io.twinpath.Twinpath;
import io.twinpath.Ways;
import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import io.twinpath.model.Snapshot;
import io.twinpath.observe.Progress;
import io.twinpath.plan.Plan;
import io.twinpath.risk.FindingValue;
import io.twinpath.risk.Risks;
import io.twinpath.spec.FolderFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people read of the committed site on the day before its outage, to the letter. Judged as of that day, because policies and certificates end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RiskViewsIT {

    private static final Instant THAT_DAY = Instant.parse("2022-10-13T07:30:00Z");
    private static final String CARD = "card:esxi3.lain.local/storage_b";

    private Survey survey;
    private Plan plan;

    @BeforeAll
    void look(@TempDir Path folder) throws Exception {
        try (Lab lab = Lab.open("lain-2022-10-13", LabOptions.NONE).orElseThrow()) {
            Path endpoints = folder.resolve("endpoints.json");
            lab.endpoints().write(endpoints).orElseThrow();
            Project project = Twinpath.standard()
                    .open(new FolderFiles(Path.of("")), folder)
                    .orElseThrow();
            try (Site site = project.connect(Ways.simulated(endpoints))) {
                Snapshot snapshot = site.examine(Progress.silent());
                survey = project.survey(snapshot, THAT_DAY);
                plan = project.plan(project.diff(snapshot), Site.stamp());
            }
        }
    }

    @Test
    void risks() throws IOException {
        Golden.same("risks", new RisksView(Style.PLAIN).text(survey.now().risks()));
    }

    @Test
    void whatif() throws IOException {
        EffectsView view = new EffectsView(Style.PLAIN);
        String now = view.text(survey.now().whatif(List.of(CARD)).orElseThrow(), "now");
        Golden.same("whatif", now);
        Golden.same(
                "whatif-both",
                now + view.text(survey.wanted().whatif(List.of(CARD)).orElseThrow(), "as the spec wants it"));
    }

    @Test
    void readiness() throws IOException {
        Golden.same(
                "readiness", new ReadinessView(Style.PLAIN).text(survey.now().readiness()));
    }

    @Test
    void whatAPlanDoesToRisks() throws IOException {
        Risks.Difference shift = survey.shift(plan);
        RisksView view = new RisksView(Style.PLAIN);
        Golden.same("plan-risks", view.shift(shift));
        Golden.same("show-risks", view.told(FindingValue.of(shift)));
        Risks.Difference undone = survey.planned().risks().to(survey.now().risks());
        Golden.same("plan-opens", view.shift(undone));
        assertThat(undone.refused()).isNotEmpty();
    }
}

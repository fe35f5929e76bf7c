package io.twinpath.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.Opening;
import io.twinpath.Outlook;
import io.twinpath.Project;
import io.twinpath.Site;
import io.twinpath.Twinpath;
import io.twinpath.Ways;
import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import io.twinpath.model.Snapshot;
import io.twinpath.observe.Progress;
import io.twinpath.risk.readiness.Ready;
import io.twinpath.spec.MemoryFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines that risks and readiness print as a change of the spec are one, and end what they are printed for. */
class RemedyIT {

    private static final Instant NOW = Instant.parse("2022-10-13T07:30:00Z");

    /** In which file of the committed site a part of the inventory stands. */
    private static final Map<String, String> FILES =
            Map.of("vms", "inventory/vms.yml", "clusters", "inventory/cluster.yml", "hosts", "inventory/hosts.yml");

    @TempDir
    Path folder;

    private final Map<String, String> files = new TreeMap<>();
    private Snapshot snapshot = new Snapshot(new TreeMap<>(), new TreeMap<>());

    /** The committed site, from which is taken what its authors did about the risks of that day. */
    private Outlook before() throws Exception {
        for (String top : List.of("inventory", "modules")) {
            try (Stream<Path> tree = Files.walk(Path.of(top))) {
                for (Path file : tree.filter(Files::isRegularFile).toList()) {
                    files.put(file.toString().replace('\\', '/'), Files.readString(file));
                }
            }
        }
        take("inventory/vms.yml", "      Hard disk 2: {datastore: stor1-vm}\n");
        for (String line : List.of(
                "component_protection: true", "on_apd: restart_conservative", "on_pdl: restart", "apd_delay: 3m")) {
            take("inventory/cluster.yml", "      " + line + "\n");
        }
        try (Lab lab = Lab.open("lain-2022-10-13", LabOptions.NONE).orElseThrow()) {
            Path endpoints = folder.resolve("endpoints.json");
            lab.endpoints().write(endpoints).orElseThrow();
            Project project =
                    Twinpath.standard().open(new MemoryFiles(files), folder).orElseThrow();
            try (Site site = project.connect(Ways.simulated(endpoints))) {
                snapshot = site.examine(Progress.silent());
            }
            return project.survey(snapshot, NOW).wanted();
        }
    }

    private void take(String file, String line) {
        String text = files.getOrDefault(file, "");
        assertThat(text).contains(line);
        files.put(file, text.replace(line, ""));
    }

    /** As the spec wants the site with one remedy in it. */
    private Outlook after(String change) throws IOException {
        String file = FILES.getOrDefault(SpecChange.about(change), "");
        Map<String, String> changed = new TreeMap<>(files);
        changed.put(file, SpecChange.made(files.getOrDefault(file, ""), change));
        Opening opening = Twinpath.standard().open(new MemoryFiles(changed));
        assertThat(opening.text()).as(change).doesNotContain("error");
        return opening.orElseThrow().survey(snapshot, NOW).wanted();
    }

    private static List<String> ids(Outlook outlook) {
        return outlook.risks().all().stream().map(j -> j.finding().id()).toList();
    }

    @Test
    void whatIsPrintedCanBeWrittenAndHelps() throws Exception {
        Outlook before = before();
        List<Finding> findings = before.risks().all().stream()
                .map(Judged::finding)
                .filter(f -> f.remedy().flatMap(Remedy::spec).isPresent())
                .toList();
        assertThat(findings).extracting(Finding::code).contains("RSK0201", "RSK0202");
        for (Finding finding : findings) {
            Outlook after = after(finding.remedy().flatMap(Remedy::spec).orElseThrow());
            assertThat(ids(after)).as(finding.title()).doesNotContain(finding.id());
        }
        Ready pomf = before.readiness("pomf").orElseThrow();
        assertThat(pomf.move().open()).isFalse();
        assertThat(pomf.restart().open()).isFalse();
        assertThat(pomf.remedies()).hasSize(1);
        Ready ready = after(pomf.remedies().getFirst().spec().orElseThrow())
                .readiness("pomf")
                .orElseThrow();
        assertThat(ready.move().open()).isTrue();
        assertThat(ready.restart().open()).isTrue();
    }

    @Test
    void highAvailabilityIsSwitchedOnAsPrinted() throws Exception {
        before();
        String off = SpecChange.made(
                files.getOrDefault("inventory/cluster.yml", ""), "clusters: {lain: {ha: {enabled: false}}}");
        files.put("inventory/cluster.yml", off);
        Outlook without = Twinpath.standard()
                .open(new MemoryFiles(files))
                .orElseThrow()
                .survey(snapshot, NOW)
                .wanted();
        Ready git = without.readiness("git").orElseThrow();
        assertThat(git.restart().open()).isFalse();
        assertThat(after(git.remedies().getFirst().spec().orElseThrow())
                        .readiness("git")
                        .orElseThrow()
                        .restart()
                        .open())
                .isTrue();
    }
}

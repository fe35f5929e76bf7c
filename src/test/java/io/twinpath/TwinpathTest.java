package io.twinpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Result;
import io.twinpath.driver.replay.ReplayDriver;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.Snapshot;
import io.twinpath.observe.Progress;
import io.twinpath.plan.Plan;
import io.twinpath.plan.PlanStamp;
import io.twinpath.rig.Effects;
import io.twinpath.rig.part.Component;
import io.twinpath.spec.MemoryFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwinpathTest {

    private static final String SITE = """
            project: {name: small}
            hosts:
              esxi1.lain.local:
                advanced: {Misc.APDTimeout: 140}
              esxi2.lain.local:
                advanced: {Misc.APDTimeout: 150}
            """;

    private static final PlanStamp STAMP = new PlanStamp("p-1", "test", Instant.EPOCH);

    /** Something that a spec can say and nobody applies. */
    record Contact(Optional<String> name) implements Desired {}

    record ContactKind(String name, String key) implements Kind<Contact> {
        @Override
        public String title() {
            return "a contact";
        }

        @Override
        public Class<Contact> type() {
            return Contact.class;
        }

        @Override
        public Placement placement() {
            return Placement.hostSingle(key, "contact");
        }

        @Override
        public Role role() {
            return Role.DECLARED;
        }

        @Override
        public List<Binding<Contact>> bindings() {
            return List.of();
        }
    }

    @Test
    void aProjectInMemoryIsReadAndNarrowed() {
        Project project = Twinpath.standard().open(files(SITE)).orElseThrow();
        assertThat(project.spec().hosts()).containsOnlyKeys("esxi1.lain.local", "esxi2.lain.local");
        Project one = project.only(Optional.of("esxi2*"), List.of()).orElseThrow();
        assertThat(one.spec().resources().keySet())
                .containsExactly(Address.onHost("advanced", "esxi2.lain.local", "Misc.APDTimeout"));
        assertThat(project.only(Optional.of("esxi9"), List.of())).isInstanceOf(Result.Failed.class);
    }

    @Test
    void aProjectIsReadAsARevisionHasIt(@TempDir Path folder) throws IOException, GitAPIException {
        Path file = Files.createDirectories(folder.resolve("inventory")).resolve("site.yml");
        Files.writeString(file, SITE);
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("One")
                    .setAuthor("A", "a@example.org")
                    .setCommitter("A", "a@example.org")
                    .setSign(false)
                    .call();
        }
        Files.writeString(file, SITE.replace("esxi2", "esxi3"));
        Twinpath twinpath = Twinpath.standard();
        assertThat(twinpath.open(folder, "HEAD").orElseThrow().spec().hosts()).containsKey("esxi2.lain.local");
        assertThat(twinpath.open(folder).orElseThrow().spec().hosts()).containsKey("esxi3.lain.local");
        assertThat(twinpath.open(folder, "elsewhere").result()).isInstanceOf(Result.Failed.class);
        assertThat(twinpath.open(folder.resolve("inventory"), "HEAD").result()).isInstanceOf(Result.Failed.class);
    }

    @Test
    void theSpecAloneHasRisksToo() {
        Project project = Twinpath.standard().open(files(SITE)).orElseThrow();
        Outlook outlook = project.outlook(Instant.EPOCH);
        assertThat(outlook.components()).extracting(Component::toString).contains("host:esxi1.lain.local");
        assertThat(outlook.whatif(List.of("host:esxi1.lain.local"))
                        .orElseThrow()
                        .hosts())
                .extracting(Effects.HostEffect::host)
                .containsExactly("esxi1.lain.local");
        assertThat(outlook.risks()).isEqualTo(project.outlook(Instant.EPOCH).risks());
        assertThat(outlook.readiness()).isEmpty();
    }

    @Test
    void whatIsWrongIsTextAndData() {
        Opening opening = Twinpath.standard().open(files(SITE.replace("advanced: {", "advancd: {")));
        assertThat(opening.text()).contains("advancd").contains("^");
        assertThatThrownBy(opening::orElseThrow)
                .isInstanceOfSatisfying(
                        InvalidProjectException.class,
                        e -> assertThat(e.diagnostics())
                                .extracting(Diagnostic::code)
                                .containsOnly("SPC0020"))
                .hasMessage(opening.text());
    }

    @Test
    void settingsGoBeforeFiles() {
        Project project = Twinpath.standard()
                .setting(List.of("advanced:esxi1.lain.local/Misc.APDTimeout=160"))
                .open(files(SITE))
                .orElseThrow();
        assertThat(project.spec().resources().get(Address.onHost("advanced", "esxi1.lain.local", "Misc.APDTimeout")))
                .asString()
                .contains("160");
    }

    @Test
    void aKindOfOnesOwnIsKnownWhereItWasGivenAndNowhereElse() {
        MemoryFiles files = files(SITE.replace("advanced: {Misc.APDTimeout: 140}", "contact: {name: Ada}"));
        Project project = Twinpath.standard()
                .with(new ContactKind("contact", "contact"))
                .open(files)
                .orElseThrow();
        assertThat(project.spec().resources().get(Address.onHost("contact", "esxi1.lain.local", "contact")))
                .extracting(r -> r.desired())
                .isEqualTo(Optional.of(new Contact(Optional.of("Ada"))));
        assertThat(Twinpath.standard().open(files).result()).isInstanceOf(Result.Failed.class);
    }

    @Test
    void aNameOrPlaceThatIsTakenIsSaidAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Twinpath.standard().with(new ContactKind("vswitch", "contact")))
                .withMessage("two kinds are called vswitch");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Twinpath.standard().with(new ContactKind("contact", "ntp")))
                .withMessage("contact would be written where ntp is: ntp");
    }

    @Test
    void waysNeedAFolder() {
        Project project = Twinpath.standard().open(files(SITE)).orElseThrow();
        assertThatIllegalStateException()
                .isThrownBy(() -> project.connect(Ways.declared(Map.of())))
                .withMessageContaining("open it with one");
        assertThatIllegalStateException().isThrownBy(() -> project.lock("test"));
    }

    @Test
    void planningIsPure() {
        Project project =
                Twinpath.standard().open(files(SITE), Path.of("nowhere")).orElseThrow();
        Snapshot nothing = new Snapshot(new TreeMap<>(), new TreeMap<>());
        Plan plan = project.plan(project.diff(nothing), STAMP);
        assertThat(plan).isEqualTo(project.plan(project.diff(nothing), STAMP));
        assertThat(plan.blocked()).hasSize(2);
    }

    /** Jinjava, Jackson and the tables of kinds are shared by all threads of a process. */
    @Test
    void manyThreadsOpenProjectsAtOnce() throws Exception {
        Twinpath twinpath = Twinpath.standard().with(new ContactKind("contact", "contact"));
        String site = SITE.replace("140}", "\"{{ 100 + 40 }}\"}");
        Project expected = twinpath.open(files(site)).orElseThrow();
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            List<Future<Opening>> openings = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String text = i % 2 == 0 ? site : site.replace("advanced", "advancd");
                openings.add(pool.submit(() -> twinpath.open(files(text))));
            }
            for (int i = 0; i < openings.size(); i++) {
                Opening opening = openings.get(i).get();
                if (i % 2 == 0) {
                    assertThat(opening.orElseThrow().spec()).isEqualTo(expected.spec());
                } else {
                    assertThat(opening.result().diagnostics()).hasSize(2);
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static MemoryFiles files(String text) {
        return new MemoryFiles(Map.of("inventory/site.yml", text));
    }

    @Test
    void filesAreReadByAsManyThreadsAsThereAreProcessors(@TempDir Path recording)
            throws IOException, InterruptedException {
        StringBuilder spec = new StringBuilder("project: {name: large}\nhosts:\n");
        for (int n = 1; n <= 60; n++) {
            spec.append("  esxi").append(n).append(".lain.local: {advanced: {Misc.APDTimeout: 140}}\n");
            Files.createDirectory(recording.resolve("esxi" + n + ".lain.local"));
        }
        Set<String> threads = ConcurrentHashMap.newKeySet();
        Progress progress = new Progress() {
            @Override
            public void started(String host) {
                threads.add(Thread.currentThread().getName());
            }
        };
        Project project = Twinpath.standard().open(files(spec.toString())).orElseThrow();
        try (Site site = project.connect(new ReplayDriver(recording))) {
            site.examine(progress);
        }
        assertThat(threads).hasSizeBetween(1, Runtime.getRuntime().availableProcessors());
    }
}

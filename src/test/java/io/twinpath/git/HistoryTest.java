package io.twinpath.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Result;
import io.twinpath.spec.ProjectFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong with a repository and its revisions, and what is read from them. */
class HistoryTest {

    private static final String SITE = "inventory/site.yml";
    private static final ObjectId NOWHERE = ObjectId.fromString("0123456789012345678901234567890123456789");

    @TempDir
    Path folder;

    private SampleRepository repository;

    @BeforeEach
    void make() {
        repository = SampleRepository.in(folder).write(SITE, "hosts: {}\n");
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private static Result<GitFiles> files(Path start, String revision) {
        return files(start, Optional.empty(), revision);
    }

    private static Result<GitFiles> files(Path start, Optional<String> inside, String revision) {
        return switch (History.open(start, inside)) {
            case Result.Ok<History> ok -> ok.value().files(revision); // left open: the test reads from it
            case Result.Failed<History> failed -> new Result.Failed<>(failed.diagnostics());
        };
    }

    private static String text(ProjectFiles files, String name) {
        return switch (files.read(name, 1 << 20)) {
            case ProjectFiles.Content.Bytes bytes -> new String(bytes.bytes(), StandardCharsets.UTF_8);
            case ProjectFiles.Content.TooLarge large -> "too large: " + large.size();
            case ProjectFiles.Content.Unreadable unreadable -> unreadable.why();
        };
    }

    private static Diagnostic problem(Result<?> result) {
        assertThat(result).isInstanceOf(Result.Failed.class);
        return result.diagnostics().getFirst();
    }

    @Test
    void theSameFilesAreFoundAsInAFolder() {
        repository
                .write("inventory/deep/er/more.yaml", "x")
                .write("inventory/.hidden.yml", "x")
                .write("inventory/notes.txt", "x")
                .write("modules/m/module.yml", "y")
                .write("modules/m/deeper/module.yml", "y")
                .write("other/site.yml", "z")
                .commit("All sorts");
        GitFiles files = files(folder, "HEAD").orElseThrow();
        assertThat(files.inventory()).containsExactly("inventory/deep/er/more.yaml", SITE);
        assertThat(files.modules()).containsExactly("modules/m/module.yml");
        ProjectFiles checkedOut = new io.twinpath.spec.FolderFiles(folder);
        assertThat(files.inventory()).isEqualTo(checkedOut.inventory());
        assertThat(files.modules()).isEqualTo(checkedOut.modules());
        assertThat(text(files, SITE)).isEqualTo("hosts: {}\n");
        assertThat(text(files, "other/site.yml")).isEqualTo("it is not in the revision");
    }

    @Test
    void aProjectMayBeAFolderOfTheRepository() {
        repository.write("infra/site/inventory/a.yml", "x").commit("Below");
        assertThat(files(folder.resolve("infra/site"), "main").orElseThrow().inventory())
                .containsExactly("inventory/a.yml");
        assertThat(files(folder, Optional.of("infra/site/"), "main")
                        .orElseThrow()
                        .inventory())
                .containsExactly("inventory/a.yml");
        assertThat(problem(files(folder.resolve("infra"), "main")))
                .matches(d -> d.code().equals("GIT0006") && d.detail().contains("no file infra/inventory/*.yml"));
    }

    @Test
    void everyWayToNameARevisionIsTaken() {
        repository.commit("One");
        ObjectId second = repository.write(SITE, "two").commit("Two");
        repository.point("refs/tags/v1", second);
        repository.point("refs/remotes/origin/topic", second);
        for (String name : new String[] {
            "main", "v1", "origin/topic", second.name(), second.name().substring(0, 8)
        }) {
            assertThat(text(files(folder, name).orElseThrow(), SITE)).as(name).isEqualTo("two");
        }
        assertThat(text(files(folder, "v1~1").orElseThrow(), SITE)).isEqualTo("hosts: {}\n");
        assertThat(text(files(folder, "HEAD^{tree}").orElseThrow(), SITE)).isEqualTo("two");
    }

    @Test
    void anUnknownRevisionOffersTheNearest() {
        repository.point("refs/remotes/origin/topic", repository.commit("One"));
        assertThat(problem(files(folder, "mian")).hints()).contains("Did you mean \"main\"?");
        assertThat(problem(files(folder, "topic")).hints()).contains("Did you mean \"origin/topic\"?");
        assertThat(problem(files(folder, "main~5")).code()).isEqualTo("GIT0003");
        assertThat(problem(files(folder, "main^{nonsense}")).code()).isEqualTo("GIT0003");
        assertThat(problem(files(folder, NOWHERE.name())).code()).isEqualTo("GIT0007");
        assertThat(problem(files(folder, "HEAD:" + SITE)).code()).isEqualTo("GIT0005");
    }

    @Test
    void anyNameGivesAResultOrATypedError() {
        repository.commit("One");
        Random random = new Random(6);
        String signs = "main^~@{}:/.\\-0af\u0000 ";
        try (History history = History.open(folder, Optional.empty()).orElseThrow()) {
            for (int i = 0; i < 3_000; i++) {
                StringBuilder name = new StringBuilder(random.nextBoolean() ? "main" : "");
                for (int n = random.nextInt(8); n >= 0; n--) {
                    name.append(signs.charAt(random.nextInt(signs.length())));
                }
                Result<GitFiles> result = history.files(name.toString());
                assertThat(result.diagnostics()).allMatch(d -> d.code().startsWith("GIT"));
                Range.parse(name.toString());
            }
        }
    }

    @Test
    void aShortHashMayMeanSeveralObjects() {
        // Two blobs whose hashes begin alike, found by trying.
        ObjectId one = repository.insert("twinpath 6\n".getBytes(StandardCharsets.US_ASCII));
        String start = one.name().substring(0, 4);
        for (int i = 0; ; i++) {
            byte[] content = ("twinpath again " + i).getBytes(StandardCharsets.US_ASCII);
            ObjectId id = new org.eclipse.jgit.lib.ObjectInserter.Formatter()
                    .idFor(org.eclipse.jgit.lib.Constants.OBJ_BLOB, content);
            if (id.name().startsWith(start)) {
                repository.insert(content);
                break;
            }
        }
        repository.commit("One");
        Diagnostic ambiguous = problem(files(folder, start));
        assertThat(ambiguous.code()).isEqualTo("GIT0004");
        assertThat(ambiguous.detail()).contains(one.name());
    }

    @Test
    void aShallowCloneSaysSo() throws IOException {
        repository.commit("One");
        ObjectId second = repository.commit("Two");
        Files.writeString(repository.gitFolder().resolve("shallow"), second.name() + "\n");
        Diagnostic unknown = problem(files(folder, "main~1"));
        assertThat(unknown.code()).isEqualTo("GIT0003");
        assertThat(unknown.hints()).anyMatch(h -> h.endsWith("git fetch --unshallow"));
        try (History history = History.open(folder, Optional.empty()).orElseThrow()) {
            repository.commit("Elsewhere", "other", false);
            Diagnostic apart = problem(history.mergeBase("main", "other"));
            assertThat(apart.code()).isEqualTo("GIT0010");
            assertThat(apart.hints()).anyMatch(h -> h.endsWith("git fetch --unshallow"));
        }
    }

    @Test
    void theMergeBaseIsWhereTheHistoriesParted() {
        ObjectId base = repository.commit("Base");
        repository.point("refs/heads/topic", base);
        repository.commit("Main goes on");
        repository.commit("So does the topic", "topic", true);
        try (History history = History.open(folder, Optional.empty()).orElseThrow()) {
            assertThat(base.name())
                    .startsWith(history.mergeBase("main", "topic").orElseThrow());
            assertThat(problem(history.mergeBase("main", "main^{tree}")).code()).isEqualTo("GIT0005");
            repository.commit("Elsewhere", "other", false);
            assertThat(problem(history.mergeBase("main", "other")).code()).isEqualTo("GIT0010");
        }
    }

    @Test
    void aBareRepositoryHasRevisionsOnly(@TempDir Path bare) {
        try (SampleRepository there = SampleRepository.bare(bare)) {
            there.write(SITE, "x").write("sub/inventory/b.yml", "y").commit("One");
        }
        assertThat(files(bare, "main").orElseThrow().inventory()).containsExactly(SITE);
        assertThat(files(bare, Optional.of("sub"), "main").orElseThrow().inventory())
                .containsExactly("inventory/b.yml");
        try (History history = History.open(bare, Optional.empty()).orElseThrow()) {
            assertThat(problem(history.workingTree()).code()).isEqualTo("GIT0009");
        }
    }

    @Test
    void aLinkedWorkingTreeHasAHeadOfItsOwn(@TempDir Path linked) throws IOException {
        ObjectId first = repository.commit("One");
        repository.write(SITE, "two").commit("Two");
        Path own = repository.gitFolder().resolve("worktrees/linked");
        Files.createDirectories(own);
        Files.writeString(own.resolve("HEAD"), first.name() + "\n");
        Files.writeString(own.resolve("commondir"), "../..\n");
        Files.writeString(own.resolve("gitdir"), linked.resolve(".git") + "\n");
        Files.writeString(linked.resolve(".git"), "gitdir: " + own + "\n");
        assertThat(text(files(linked, "HEAD").orElseThrow(), SITE)).isEqualTo("hosts: {}\n");
        assertThat(text(files(linked, "main").orElseThrow(), SITE)).isEqualTo("two");
        try (History history = History.open(linked, Optional.empty()).orElseThrow()) {
            assertThat(history.workingTree().orElseThrow().toRealPath()).isEqualTo(linked.toRealPath());
        }
        Files.writeString(linked.resolve(".git"), "gitdir: " + own + "-moved\n");
        assertThat(problem(files(linked, "HEAD")).code()).isEqualTo("GIT0002");
    }

    @Test
    void aBrokenLinkIsNotPassedOverForAnotherProjectsRepository() throws IOException {
        repository.commit("One");
        Path inner = Files.createDirectories(folder.resolve("vendor/inner"));
        Files.writeString(inner.resolve(".git"), "gitdir: ../../.git/modules/inner\n");
        Diagnostic broken = problem(files(inner, "HEAD"));
        assertThat(broken.code()).isEqualTo("GIT0002");
        assertThat(broken.detail()).contains(inner.resolve(".git").toString());
    }

    @Test
    void outsideOfARepositoryThereIsNothingToCompare(@TempDir Path elsewhere) {
        assertThat(problem(files(elsewhere, "HEAD")).code()).isEqualTo("GIT0002");
    }

    @Test
    void linksAndSubmodulesAreNoFiles() {
        repository
                .link("inventory/link.yml", "/etc/passwd")
                .entry("inventory/shared", FileMode.GITLINK, NOWHERE)
                .entry("modules/common", FileMode.GITLINK, NOWHERE)
                .write("inventory/folder.yml/x", "x")
                .commit("All sorts");
        GitFiles files = files(folder, "main").orElseThrow();
        assertThat(text(files, "inventory/link.yml")).isEqualTo("it is a symbolic link, not a regular file");
        assertThat(text(files, "inventory/folder.yml")).isEqualTo("it is a folder, not a regular file");
        assertThat(text(files, "inventory/shared"))
                .isEqualTo("it is a submodule, whose files are in another repository, not a regular file");
        assertThat(files.modules()).containsExactly("modules/common");
    }

    @Test
    void whatIsTooLargeIsNotOpened() {
        repository.write(SITE, new byte[(1 << 20) + 1]).commit("Large");
        assertThat(text(files(folder, "main").orElseThrow(), SITE)).isEqualTo("too large: 1048577");
    }

    @Test
    void aTreeWithoutEndIsLeft() {
        ObjectId blob = repository.insert(new byte[0]);
        repository.bomb("inventory", blob, 10, 10);
        assertThat(problem(files(folder, "bomb")).code()).isEqualTo("GIT0011");
    }

    @Test
    void aMissingObjectIsNotTakenForAnEmptyFile() {
        repository.entry("inventory/lost.yml", FileMode.REGULAR_FILE, NOWHERE).commit("A partial clone");
        Diagnostic missing = problem(files(folder, "main"));
        assertThat(missing.code()).isEqualTo("GIT0007");
        assertThat(missing.detail()).contains(NOWHERE.name());
    }

    @Test
    void damageIsAnErrorWithItsPlace() throws IOException {
        ObjectId blob = repository.insert("hosts: {}\n".getBytes(StandardCharsets.UTF_8));
        repository.commit("One");
        Path object = repository
                .gitFolder()
                .resolve("objects/" + blob.name().substring(0, 2) + "/"
                        + blob.name().substring(2));
        byte[] good = Files.readAllBytes(object);
        assertThat(object.toFile().setWritable(true)).isTrue();
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 + random.nextInt(255));
            Files.write(object, bad);
            switch (files(folder, "main")) {
                case Result.Ok<GitFiles> ok ->
                    assertThat(text(ok.value(), SITE))
                            .isIn("hosts: {}\n", "Git's object " + blob.name() + " is damaged");
                case Result.Failed<GitFiles> failed ->
                    assertThat(problem(failed).code()).isIn("GIT0007", "GIT0008");
            }
        }
    }

    @Test
    void aFormatThatIsNotKnownIsSaid() throws IOException {
        repository.commit("One");
        Files.writeString(
                repository.gitFolder().resolve("config"), "[core]\n\trepositoryformatversion = 7\n\tbare = false\n");
        assertThat(problem(files(folder, "main")).code()).isEqualTo("GIT0008");
        Files.writeString(repository.gitFolder().resolve("config"), "[core\n");
        assertThat(problem(files(folder, "main")).code()).isEqualTo("GIT0008");
    }

    @Test
    void rangesAreReadAsGitReadsThem() {
        Range.End head = new Range.End.Revision("HEAD");
        Range.End main = new Range.End.Revision("main");
        Range.End tree = new Range.End.WorkingTree();
        assertThat(Range.parse("main..HEAD").orElseThrow()).isEqualTo(new Range(main, head, false));
        assertThat(Range.parse("main...HEAD").orElseThrow()).isEqualTo(new Range(main, head, true));
        assertThat(Range.parse("main..").orElseThrow()).isEqualTo(new Range(main, tree, false));
        assertThat(Range.parse("main").orElseThrow()).isEqualTo(new Range(main, tree, false));
        assertThat(Range.parse("..main").orElseThrow()).isEqualTo(new Range(head, main, false));
        for (String bad : new String[] {"", " ", "a..b..c", "a....b", "a....", "--all"}) {
            assertThat(problem(Range.parse(bad)).code()).as(bad).isEqualTo("GIT0001");
        }
    }
}

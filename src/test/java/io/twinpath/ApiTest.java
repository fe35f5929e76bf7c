package io.twinpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.driver.replay.ReplayDriver;
import io.twinpath.execute.PlanStore;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.ForcesReplace;
import io.twinpath.model.shape.FoundOnly;
import io.twinpath.model.shape.Range;
import io.twinpath.model.shape.WriteOnly;
import io.twinpath.plan.file.PlanText;
import io.twinpath.report.DiagnosticText;
import io.twinpath.report.OutcomeView;
import io.twinpath.report.PlanView;
import io.twinpath.report.SnapshotView;
import io.twinpath.spec.FolderFiles;
import io.twinpath.spec.MemoryFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What programs may rely on: the list in src/api, which changes only on purpose. */
class ApiTest {

    private static final Path LIST = Path.of("src/api/twinpath.txt");

    /** The facade, and what a program needs beside it: files, views, saved plans, recordings, and how fields are described. */
    private static final Api API = new Api(List.of(
            Twinpath.class,
            FolderFiles.class,
            MemoryFiles.class,
            PlanStore.class,
            PlanText.class,
            ReplayDriver.class,
            DiagnosticText.class,
            PlanView.class,
            OutcomeView.class,
            SnapshotView.class,
            Doc.class,
            Range.class,
            ForcesReplace.class,
            FoundOnly.class,
            WriteOnly.class));

    @Test
    void noLibraryShowsThroughIt() {
        assertThat(API.foreign()).isEmpty();
    }

    /** How the text of a scalar is read, which nobody has to name to describe a field. */
    @Test
    void everythingInItCanBeNamed() {
        assertThat(API.hidden()).containsOnly("io.twinpath.model.shape.Codec");
    }

    @Test
    void itStaysInOnePiece() {
        assertThat(API.lines()).hasSizeBetween(500, 5000);
        assertThat(API.lines())
                .noneMatch(line -> line.startsWith("io.twinpath.cli") || line.startsWith("io.twinpath.lab"));
    }

    /**
     * Nothing that was promised goes, and nobody who implements an interface has to write more. What is added is promised when
     * the list is written anew: with -Dgolden.update=true, as for every release.
     */
    @Test
    void promisesAreKept() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(LIST.getParent());
            Files.writeString(LIST, API.lines().stream().collect(Collectors.joining("\n", "", "\n")));
        }
        TreeSet<String> promised = new TreeSet<>(Files.readAllLines(LIST));
        TreeSet<String> broken = new TreeSet<>(promised);
        broken.removeAll(API.lines());
        assertThat(broken)
                .as(
                        "promised in %s and gone. Keep the old form beside the new one; or, before the first release or"
                                + " with a new major version, write the list anew with -Dgolden.update=true and say why",
                        LIST)
                .isEmpty();
        List<String> more = Api.toImplement(API.lines()).stream()
                .filter(line -> !promised.contains(line))
                .filter(line -> promised.stream().anyMatch(p -> p.startsWith(type(line) + "  ")))
                .toList();
        assertThat(more)
                .as("programs that implement these interfaces would not compile: give the methods a default")
                .isEmpty();
    }

    private static String type(String line) {
        return line.substring(0, line.indexOf("  "));
    }
}

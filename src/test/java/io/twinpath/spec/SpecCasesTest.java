package io.twinpath.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.twinpath.report.DiagnosticText;
import io.twinpath.report.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder below {@code cases/spec} is a project with a mistake, and the diagnostics that it must give. Arguments for
 * {@code --set} stand in {@code set.txt}, one a line. {@code -Dgolden.update=true} writes what comes out now.
 */
class SpecCasesTest {

    private static final Path CASES = Path.of("src/test/resources/cases/spec");

    @TestFactory
    List<DynamicTest> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(f -> dynamicTest(f.getFileName().toString(), () -> check(f)))
                    .toList();
        }
    }

    private static void check(Path folder) throws IOException {
        String found = diagnostics(folder);
        Path golden = folder.resolve("diagnostics.txt");
        if ("true".equals(System.getProperty("golden.update"))) {
            Files.writeString(golden, found);
        }
        assertThat(found).isEqualTo(Files.readString(golden));
    }

    private static String diagnostics(Path folder) {
        Loading loading =
                SpecLoader.load(new FolderFiles(folder), LoadOptions.standard().with(lines(folder.resolve("set.txt"))));
        DiagnosticText text =
                new DiagnosticText(name -> Optional.ofNullable(loading.sources().get(name)), Style.PLAIN);
        return text.all(loading.result().diagnostics());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

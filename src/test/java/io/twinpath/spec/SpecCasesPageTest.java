package io.twinpath.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of the cases names what exists. */
class SpecCasesPageTest {

    private static final Path CASES = Path.of("src/test/resources/cases/spec");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|.*\\| (`[^|]*) \\|$");
    private static final Pattern METHOD = Pattern.compile("@Test\\s+void (\\w+)\\(");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private static Set<String> named() throws IOException {
        Set<String> names = new TreeSet<>();
        Matcher row = ROW.matcher(Files.readString(CASES.resolve("README.md")));
        while (row.find()) {
            NAME.matcher(row.group(1)).results().forEach(m -> names.add(m.group(1)));
        }
        return names;
    }

    private static Set<String> folders() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(Files::isDirectory)
                    .map(f -> f.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void everyNameExists() throws IOException {
        Set<String> known = folders();
        for (String test : List.of(
                "spec/BadFilesTest", "plan/LifelinesTest", "diff/SelectionTest", "cli/SpecVerbsTest", "cli/StoryIT")) {
            String text = Files.readString(Path.of("src/test/java/io/twinpath", test + ".java"));
            METHOD.matcher(text).results().forEach(m -> known.add(m.group(1)));
        }
        assertThat(known).containsAll(named());
    }
}

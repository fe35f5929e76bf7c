package io.twinpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of the embedding page, as far as that needs neither Maven nor a lab; src/ci/embedding.sh does the rest. */
class EmbeddingTest {

    private static final String PAGE = Tree.text(Tree.DOCS.resolve("embedding.md"));
    private static final Pattern PROGRAM = Pattern.compile("(?s)\n```java\n// (\\w+\\.java)\n(.*?)\n```\n");
    private static final Pattern VERSION = Pattern.compile("<artifactId>twinpath</artifactId>\\s*<version>([^<]+)<");

    @TempDir
    Path folder;

    @Test
    void theyCompileWithoutAWarning() throws IOException {
        Map<String, String> programs = programs();
        assertThat(programs).containsOnlyKeys("PlanSite.java", "OwnKind.java", "OwnDriver.java");
        List<Path> files = new java.util.ArrayList<>();
        for (Map.Entry<String, String> program : programs.entrySet()) {
            files.add(Files.writeString(folder.resolve(program.getKey()), program.getValue()));
        }
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-d",
                    folder.toString(),
                    "-proc:none",
                    "-Xlint:all",
                    "-Werror",
                    "-cp",
                    "target/classes",
                    "--release",
                    "21");
            boolean compiled = compiler.getTask(
                            said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertThat(compiled).as(said.toString()).isTrue();
        }
    }

    @Test
    void theFirstFitsOnAPage() {
        assertThat(programs().getOrDefault("PlanSite.java", "").lines().count()).isBetween(1L, 40L);
    }

    @Test
    void theVersionIsThatOfTheProject() {
        assertThat(Stream.of(PAGE, Tree.text(Path.of("pom.xml")))
                        .map(EmbeddingTest::version)
                        .distinct())
                .hasSize(1);
    }

    private static String version(String text) {
        Matcher version = VERSION.matcher(text);
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private static Map<String, String> programs() {
        Map<String, String> programs = new TreeMap<>();
        PROGRAM.matcher(PAGE).results().forEach(found -> programs.put(found.group(1), found.group(2)));
        return programs;
    }
}

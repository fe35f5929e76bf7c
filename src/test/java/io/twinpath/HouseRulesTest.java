package io.twinpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rules about the source text that no compiler checks. */
class HouseRulesTest {

    private static final int LONGEST_FILE = 350;

    /** Files that are longer and still one thing, each with the reason. */
    private static final Map<String, String> LONG_FILES =
            Map.of("Parser.java", "one grammar, that of the simulated shell, with a method for each rule");

    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?m)^public (?:[a-z-]+ )*(?:class|interface|record|enum|@interface) ");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

    @Test
    void everyPackageSaysWhatBelongsInItAndIsNullMarked() {
        List<Path> folders = Tree.files(Tree.MAIN, ".java").stream()
                .map(Path::getParent)
                .distinct()
                .toList();
        assertThat(folders).isNotEmpty().allSatisfy(folder -> {
            Path info = folder.resolve("package-info.java");
            assertThat(info).exists();
            assertThat(Tree.text(info)).contains("/**").contains("@NullMarked");
        });
    }

    @Test
    void everyPublicTypeIsDescribed() {
        assertThat(Tree.files(Tree.MAIN, ".java"))
                .filteredOn(HouseRulesTest::declaresUndescribedType)
                .isEmpty();
    }

    private static boolean declaresUndescribedType(Path file) {
        String text = Tree.text(file);
        return PUBLIC_TYPE
                .matcher(text)
                .results()
                .anyMatch(type -> !text.substring(0, type.start()).contains("/**"));
    }

    @Test
    void noFileIsLongWithoutAReason() {
        List<String> longFiles = Tree.files(Tree.MAIN, ".java").stream()
                .filter(file -> Tree.text(file).lines().count() > LONGEST_FILE)
                .map(file -> String.valueOf(file.getFileName()))
                .filter(name -> !LONG_FILES.containsKey(name))
                .toList();
        assertThat(longFiles).as("files past %d lines", LONGEST_FILE).isEmpty();
    }

    @Test
    void decisionsAreNumberedOnceAndListed() {
        List<Path> decisions = Tree.files(Tree.DOCS.resolve("adr"), ".md");
        String index = Tree.text(Tree.DOCS.resolve("README.md"));
        assertThat(decisions).isNotEmpty().allSatisfy(decision -> {
            assertThat(decision.getFileName().toString()).matches("[0-9]{4}-[a-z0-9-]+\\.md");
            assertThat(Tree.text(decision)).contains("## Context", "## Decision", "## Consequences");
            assertThat(index).contains("(adr/" + decision.getFileName() + ")");
        });
        assertThat(decisions.stream().collect(Collectors.groupingBy(HouseRulesTest::number)))
                .allSatisfy((number, files) -> assertThat(files).hasSize(1));
    }

    private static String number(Path decision) {
        return Tree.stem(decision).substring(0, 4);
    }

    @Test
    void linksBetweenPagesLeadSomewhere() {
        List<Path> pages = new java.util.ArrayList<>(Tree.files(Tree.DOCS, ".md"));
        pages.add(Path.of("README.md"));
        assertThat(pages)
                .allSatisfy(page -> assertThat(Tree.matches(LINK, Tree.text(page)))
                        .allSatisfy(link -> assertThat(page.toAbsolutePath().resolveSibling(link))
                                .exists()));
    }
}

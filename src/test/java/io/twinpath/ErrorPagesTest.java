package io.twinpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every diagnostic code has a page that explains it, and every page has a code in use. */
class ErrorPagesTest {

    private static final Pattern CODE = Pattern.compile("\"((?:SPC|DRV|DIF|PLN|RSK|EXE|LAB|CLI|GIT)[0-9]{4})\"");

    @Test
    void everyCodeInUseHasItsPage() {
        assertThat(pages()).containsAll(codes());
    }

    @Test
    void everyPageHasACodeInUse() {
        assertThat(codes()).containsAll(pages());
    }

    @Test
    void aPageIsTitledByItsCode() {
        assertThat(Tree.files(Tree.DOCS.resolve("errors"), ".md"))
                .allSatisfy(page -> assertThat(Tree.text(page)).startsWith("# " + Tree.stem(page)));
    }

    private static SortedSet<String> codes() {
        return Tree.files(Tree.MAIN, ".java").stream()
                .flatMap(file -> Tree.matches(CODE, Tree.text(file)).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> pages() {
        return Tree.files(Tree.DOCS.resolve("errors"), ".md").stream()
                .map(Tree::stem)
                .filter(stem -> !stem.equals("README"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

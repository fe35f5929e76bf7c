package io.twinpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.spec.hardware.CatalogueReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The reference pages are what the code says. {@code -Dgolden.update=true} writes them. */
class KindPagesTest {

    private static final Path PAGES = Path.of("src/docs/kinds");
    private static final Kinds KINDS = Kinds.standard(CatalogueReader.standard());

    @TestFactory
    Stream<DynamicTest> pages() {
        return KINDS.byName().values().stream().map(kind -> DynamicTest.dynamicTest(kind.name(), () -> check(kind)));
    }

    private static void check(Kind<?> kind) throws IOException {
        Path page = PAGES.resolve(kind.name() + ".md");
        String text = KindPage.markdown(kind);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(PAGES);
            Files.writeString(page, text);
        }
        assertThat(page).hasContent(text);
    }

    @Test
    void everyFieldIsExplained() {
        KINDS.byName()
                .values()
                .forEach(kind -> assertThat(kind.shape().fields())
                        .as(kind.name())
                        .allMatch(f -> f.foundOnly() || !f.doc().isBlank()));
    }

    @Test
    void noPageIsLeftOver() throws IOException {
        List<String> wanted =
                KINDS.byName().keySet().stream().map(k -> k + ".md").toList();
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.map(f -> f.getFileName().toString()).toList()).containsExactlyInAnyOrderElementsOf(wanted);
        }
    }
}

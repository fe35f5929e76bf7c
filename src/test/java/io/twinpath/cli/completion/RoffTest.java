package io.twinpath.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** No word of a text may act as a request of the formatter. */
class RoffTest {

    @Test
    void aLineThatBeginsWithADotIsText() {
        assertThat(new Roff().text(".twinpath holds it").toString()).isEqualTo("\\&.twinpath holds it\n");
        assertThat(new Roff().typed(List.of(".twinpath/x")).toString()).contains("\n\\&.twinpath/x\n");
    }

    @Test
    void aWordThatWouldBeginALineIsGuardedToo() {
        String words = "word ".repeat(16) + ".sh 'it";
        assertThat(new Roff().text(words).toString().lines()).noneMatch(l -> l.startsWith(".") || l.startsWith("'"));
    }

    @Test
    void signsThatFormattersChangeStay() {
        assertThat(Roff.escaped("a\\b 'c' \"d\" `e` ~/f ^ \u2026"))
                .isEqualTo("a\\eb \\(aqc\\(aq \\(dqd\\(dq \\(gae\\(ga \\(ti/f \\(ha \\[u2026]");
        assertThat(Roff.literal("--dir ~/x")).isEqualTo("\\-\\-dir \\(ti/x");
    }
}

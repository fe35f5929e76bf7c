package io.twinpath.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GlobTest {

    private static String some(Random random, String letters, int most) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(most + 1);
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    @Test
    void itMatchesAsAnExpressionWould() {
        Random random = new Random(57810);
        int matching = 0;
        for (int i = 0; i < 20_000; i++) {
            String glob = some(random, "ab.*?", 6);
            String name = some(random, "ab.", 7);
            String expression = glob.replace(".", "\\.").replace("*", ".*").replace("?", ".");
            boolean expected = Pattern.matches(expression, name);
            assertThat(new Glob(glob).matches(name)).as(glob + " of " + name).isEqualTo(expected);
            matching += expected ? 1 : 0;
        }
        assertThat(matching).isGreaterThan(1000);
    }

    /** As an expression it would be tried in more ways than anybody can wait for. */
    @Test
    void manyStarsAreNoWork() {
        String glob = "*".repeat(200) + "a*".repeat(200) + "!";
        assertThat(new Glob(glob).matches("a".repeat(250))).isFalse();
        assertThat(new Glob("*".repeat(1000)).matches("a".repeat(250))).isTrue();
    }
}

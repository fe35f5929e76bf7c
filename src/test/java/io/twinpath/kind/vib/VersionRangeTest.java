package io.twinpath.kind.vib;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionRangeTest {

    @ParameterizedTest
    @CsvSource({
        "1.0.50.11-9vmw.670.0.0.8169922, >=1.0.50, true",
        "1.0.50.11-9vmw.670.0.0.8169922, 1.0.50.11, true",
        "1.0.50.11-9vmw.670.0.0.8169922, 1.0.50, false",
        "1.0.50.11-9vmw.670.0.0.8169922, =1.0.50.11-9vmw.670.0.0.8169922, true",
        "1.0.50.11-9vmw.670.0.0.8169922, =1.0.50.11-10vmw.670.0.0.8169922, false",
        "1.0.50.11-9vmw.670.0.0.8169922, <1.0.50.11-10vmw.670.0.0.8169922, true",
        "1.0.9, <1.0.10, true",
        "1.78.80.v60.12-2vmw.670, '>=1.78, <1.79', true",
        "1.79.0, '>=1.78, <1.79', false",
        "6.7.0-3.73.14320388, >=6.7.0-2, true",
        "1.0, >1.0, false",
        "1.0-7, >1.0, false",
        "1.0, <=1.0, true",
    })
    void whatHolds(String version, String range, boolean holds) {
        assertThat(VersionRange.parse(range).orElseThrow().holds(version)).isEqualTo(holds);
    }

    @Test
    void whatIsNoRange() {
        for (String text : List.of("", ">", ">=", "1.0,", "~1", "1 2", "=>1", "v 1", "$(x)")) {
            assertThat(VersionRange.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void olderAndNewer() {
        VersionRange range = VersionRange.parse(">=1.0.60, <2").orElseThrow();
        assertThat(range.asksForNewer("1.0.50-9")).isTrue();
        assertThat(range.asksForNewer("2.1-1")).isFalse();
        assertThat(VersionRange.parse("1.0.40").orElseThrow().asksForNewer("1.0.50-9"))
                .isFalse();
    }

    @Test
    void anOrder() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            String a = version(random);
            String b = version(random);
            String c = version(random);
            assertThat(VersionRange.compare(a, b)).isEqualTo(-VersionRange.compare(b, a));
            if (VersionRange.compare(a, b) <= 0 && VersionRange.compare(b, c) <= 0) {
                assertThat(VersionRange.compare(a, c)).as("%s %s %s", a, b, c).isLessThanOrEqualTo(0);
            }
        }
    }

    private static String version(Random random) {
        StringBuilder text = new StringBuilder("1");
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(random.nextBoolean() ? "." : "-")
                    .append(random.nextBoolean() ? "v" : "")
                    .append(random.nextInt(3));
        }
        return text.toString();
    }
}

package io.twinpath.driver.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.ssh.Frames.BrokenFrames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramesTest {

    private static final Script SCRIPT =
            Script.reading(List.of(EsxcliQuery.of("network nic list"), EsxcliQuery.of("system version get")), true);
    private static final String M = SCRIPT.marker();

    @Test
    void cutsAnswersOutOfNoise() throws BrokenFrames {
        String output = "Welcome!\n" + frame(0, "vmnic0\n", 0) + "noise\n" + frame(1, "no end", 1) + "bye";
        assertThat(of(output).answers())
                .containsExactly(new Frames.Answer(0, "vmnic0\n"), new Frames.Answer(1, "no end"));
    }

    @Test
    void emptyAnswersAreAnswers() throws BrokenFrames {
        assertThat(of(frame(0, "", 0) + frame(1, "\n", 127)).answers())
                .containsExactly(new Frames.Answer(0, ""), new Frames.Answer(127, "\n"));
    }

    @Test
    void anAnswerCannotForgeAFrame() throws BrokenFrames {
        String forged = "00000000000000000000000000000000 e 0 0\n" + "x " + M + " b 1\n";
        assertThat(of(frame(0, forged, 1) + frame(1, "a", 0)).answers())
                .containsExactly(new Frames.Answer(1, forged), new Frames.Answer(0, "a"));
    }

    @Test
    void noCutIsTakenForTheWhole() throws BrokenFrames {
        String whole = frame(0, "vmnic0\nvmnic1\n", 0) + frame(1, "6.7.0", 0);
        for (int end = 0; end < whole.length(); end++) {
            String cut = whole.substring(0, end);
            assertThatThrownBy(() -> of(cut)).isInstanceOf(BrokenFrames.class);
        }
        assertThat(of(whole).answers()).hasSize(2);
    }

    @Test
    void oneAnswerIsBounded() {
        String long1 = frame(0, "x".repeat(101), 0) + frame(1, "", 0);
        assertThatThrownBy(() -> Frames.of(SCRIPT, long1.getBytes(StandardCharsets.UTF_8), 100))
                .isInstanceOf(BrokenFrames.class);
    }

    private static Frames of(String output) throws BrokenFrames {
        return Frames.of(SCRIPT, output.getBytes(StandardCharsets.UTF_8), 1 << 20);
    }

    private static String frame(int number, String body, int exit) {
        return M + " b " + number + "\n" + body + "\n" + M + " e " + number + " " + exit + "\n";
    }
}

package io.twinpath.kind.ntp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ServerLinesTest {

    private static final List<String> PIECES = List.of(
            "restrict default kod nomodify\n",
            "# server 9.9.9.9\n",
            "\n",
            "   \r\n",
            "server 10.0.0.1 iburst\n",
            "server 10.0.0.2\n",
            "\tserver ntp1.lain.local prefer\r\n",
            "servers 1.2.3.4\n",
            "server\n",
            "driftfile /etc/ntp.drift\n");

    @Test
    void serversStandWhereTheFirstOneStoodAndKeepTheirOptions() {
        String text = "restrict 127.0.0.1\nserver 10.0.0.1 iburst\n# mine\nserver 10.0.0.2\ndriftfile /etc/ntp.drift";
        assertThat(ServerLines.servers(text)).containsExactly("10.0.0.1", "10.0.0.2");
        assertThat(ServerLines.with(text, List.of("10.0.0.9", "10.0.0.1")))
                .isEqualTo(
                        "restrict 127.0.0.1\nserver 10.0.0.9\nserver 10.0.0.1 iburst\n# mine\ndriftfile /etc/ntp.drift");
        assertThat(ServerLines.with("driftfile /etc/ntp.drift", List.of("a")))
                .isEqualTo("driftfile /etc/ntp.drift\nserver a\n");
        assertThat(ServerLines.with("", List.of("a"))).isEqualTo("server a\n");
    }

    /** Whatever the file: it then has these servers, its other lines to the byte, and stays as it is where it has them. */
    @Test
    void onlyLinesOfServersChange() {
        Random random = new Random(20221013);
        for (int i = 0; i < 2_000; i++) {
            String text = text(random);
            List<String> wanted = some(random);
            String after = ServerLines.with(text, wanted);
            assertThat(ServerLines.servers(after)).as(text).isEqualTo(wanted);
            assertThat(others(after)).as(text).isEqualTo(others(text));
            assertThat(ServerLines.with(after, wanted)).isEqualTo(after);
            assertThat(ServerLines.with(text, ServerLines.servers(text))).isEqualTo(text);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(8); n > 0; n--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        boolean cut = !text.isEmpty() && random.nextInt(4) == 0;
        return cut ? text.substring(0, text.length() - 1) : text.toString();
    }

    private static List<String> some(Random random) {
        List<String> all = new ArrayList<>(List.of("10.0.0.1", "10.0.0.2", "ntp1.lain.local", "fe80::1"));
        java.util.Collections.shuffle(all, random);
        return all.subList(0, 1 + random.nextInt(all.size()));
    }

    private static List<String> others(String text) {
        return text.lines().filter(line -> ServerLines.servers(line).isEmpty()).toList();
    }
}

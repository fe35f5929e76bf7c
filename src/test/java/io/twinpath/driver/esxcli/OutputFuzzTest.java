package io.twinpath.driver.esxcli;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Any bytes give rows or the one typed error. */
class OutputFuzzTest {

    private static final List<String> SEEDS = List.of(
            "network-nic-list.txt",
            "network-nic-get.txt",
            "network-vswitch-dvs-vmware-list.txt",
            "network-vm-port-list.txt",
            "storage-core-adapter-list.txt",
            "network-nic-list.xml",
            "network-nic-get.xml",
            "captures/network-nic-list-8.0.keyvalue",
            "captures/network-vswitch-standard-list-6.5.keyvalue",
            "captures/network-vswitch-standard-portgroup-list-5.x.csv",
            "captures/storage-core-device-list-8.0.json",
            "captures/system-version-get-8.0.json");

    @Test
    void mutatedOutputsAreReadOrRefused() {
        Random random = new Random(20221013);
        int read = 0;
        for (int round = 0; round < 5_000; round++) {
            String file = SEEDS.get(random.nextInt(SEEDS.size()));
            byte[] bytes = body(file).getBytes(StandardCharsets.UTF_8);
            for (int n = random.nextInt(4); n >= 0; n--) {
                bytes = mutated(bytes, random);
            }
            String body = new String(bytes, StandardCharsets.UTF_8);
            read += outcome(new Reply(0, Fixtures.format(file), body, "fuzz"));
        }
        assertThat(read).as("some survive, some do not").isBetween(100, 4_900);
    }

    @Test
    void noiseIsReadOrRefused() {
        Random random = new Random(7);
        Format[] formats = Format.values();
        String alphabet = "  \n\n:-<>abA1\r\t\u00e9&;/\"=,,.[]{}\\n";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder body = new StringBuilder();
            for (int n = random.nextInt(80); n > 0; n--) {
                body.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            outcome(new Reply(0, formats[random.nextInt(formats.length)], body.toString(), "fuzz"));
        }
    }

    @Test
    void theWorstIsStillQuick() {
        Map<Format, List<String>> worst = Map.of(
                Format.TEXT,
                List.of(
                        "\n".repeat(4 << 20),
                        "   a: b\n".repeat(1 << 20),
                        "a\n   b:\n" + "         c: d\n      \n".repeat(200_000),
                        "-".repeat(1 << 20) + "\n" + "-".repeat(1 << 20),
                        "a  ".repeat(1 << 20) + "\n" + "-  ".repeat((1 << 20) - 1) + "-\n",
                        "a\n-\n" + "b\n".repeat(3 << 20),
                        "   " + "a:".repeat(3 << 20)),
                Format.CSV,
                List.of(
                        "A,\n" + "\"\",".repeat(2 << 20),
                        "A,\n" + "\"".repeat(6 << 20),
                        "A,\n" + "b,\n".repeat(2 << 20)),
                Format.KEYVALUE,
                List.of("a.".repeat(3 << 20) + "=", "a.b.c=d\n".repeat(1 << 20), keyValues()),
                Format.JSON,
                List.of("[".repeat(6 << 20), "[" + "{},".repeat(2 << 20), "{\"a\":".repeat(1 << 20)),
                Format.XML,
                List.of("<a>".repeat(2 << 20), "<output><root>" + "<list>".repeat(1 << 20)));
        worst.forEach((format, bodies) -> {
            for (String body : bodies) {
                // A bound against quadratic work, far above what linear work takes.
                Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> outcome(new Reply(0, format, body, "fuzz")));
            }
        });
    }

    /** Without the lines that name its origin. */
    private static String body(String file) {
        return Fixtures.body(file).replaceAll("\\A(?:# .*\n)+", "");
    }

    private static String keyValues() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            body.append("structure[").append(i).append("].A.B.string=c\n");
        }
        return body.toString();
    }

    private static int outcome(Reply reply) {
        try {
            Output.scalar(reply);
        } catch (UnreadableException e) {
            assertThat(e).hasMessageStartingWith("fuzz");
        }
        try {
            return Output.rows(reply).isEmpty() ? 0 : 1;
        } catch (UnreadableException e) {
            assertThat(e).hasMessageStartingWith("fuzz");
            return 0;
        }
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(4)) {
            case 0 -> java.util.Arrays.copyOf(bytes, at);
            case 1 -> {
                byte[] copy = bytes.clone();
                copy[at] = (byte) random.nextInt(256);
                yield copy;
            }
            case 2 -> {
                int length = Math.min(random.nextInt(40), bytes.length - at);
                byte[] shorter = new byte[bytes.length - length];
                System.arraycopy(bytes, 0, shorter, 0, at);
                System.arraycopy(bytes, at + length, shorter, at, bytes.length - at - length);
                yield shorter;
            }
            default -> {
                int length = Math.min(random.nextInt(40), bytes.length - at);
                byte[] longer = new byte[bytes.length + length];
                System.arraycopy(bytes, 0, longer, 0, at + length);
                System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
                yield longer;
            }
        };
    }
}

package io.twinpath.kind.sshkeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KeyFileTest {

    private static final String A = key("ssh-ed25519", 1);
    private static final String B = key("ssh-rsa", 2);
    private static final String C = key("ecdsa-sha2-nistp256", 3);

    /** A key that says of itself what it is, and nothing more. */
    static String key(String type, int seed) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        byte[] rest = new byte[36];
        new Random(seed).nextBytes(rest);
        ByteBuffer blob = ByteBuffer.allocate(4 + name.length + rest.length);
        blob.putInt(name.length).put(name).put(rest);
        return type + " " + Base64.getEncoder().encodeToString(blob.array());
    }

    @Test
    void linesThatAreKeys() {
        for (String line : List.of(
                A,
                A + " alice@host and more",
                "  " + A + "\t\r",
                "no-pty,command=\"echo \\\"hi there\\\"\" " + A + " bob",
                "from=\"10.0.0.*,!10.0.0.9\" " + A)) {
            assertThat(KeyLine.of(line).map(KeyLine::key)).as(line).contains(A);
        }
        for (String line : List.of(
                "",
                "# " + A,
                "ssh-ed25519",
                "ssh-ed25519 AAAA",
                A.replace("ssh-ed25519 ", "ssh-rsa "),
                A.replace("ssh-ed25519 ", "ssh-foo "),
                "no-pty, " + "x " + A,
                "command=\"" + A)) {
            assertThat(KeyLine.of(line)).as(line).isEmpty();
        }
        assertThat(KeyLine.isBare(A + " alice")).isTrue();
        assertThat(KeyLine.isBare("no-pty " + A)).isFalse();
        assertThat(KeyLine.isBare(A + "\n" + B)).isFalse();
    }

    @Test
    void everythingElseStays() {
        String text = "# keys of the team\r\n\n" + A + " alice\nno-pty " + B + "\ngarbage\n" + C;
        assertThat(KeyFile.with(text, Set.of(A, C)))
                .isEqualTo("# keys of the team\r\n\n" + A + " alice\ngarbage\n" + C);
        assertThat(KeyFile.with(text, Set.of(A, B, C, key("ssh-rsa", 4) + " new")))
                .isEqualTo(text + "\n" + key("ssh-rsa", 4) + " new\n");
        assertThat(KeyFile.with("", Set.of(A))).isEqualTo(A + "\n");
        assertThat(KeyFile.with(text, KeyFile.keys(text))).isEqualTo(text);
    }

    @Test
    void laws() {
        List<String> pieces =
                List.of("# x\n", "\n", "junk \u00e9\r\n", A + "\n", A + " again\n", "no-pty " + B + "\r\n", C + " c\n");
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(7); n > 0; n--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            List<String> wanted = new ArrayList<>(List.of(A, B, C, key("ssh-rsa", 9)));
            wanted.removeIf(k -> random.nextBoolean());
            String after = KeyFile.with(text.toString(), new TreeSet<>(wanted));
            assertThat(KeyFile.byKey(after).keySet()).as(text.toString()).containsExactlyInAnyOrderElementsOf(wanted);
            assertThat(others(after)).isEqualTo(others(text.toString()));
            assertThat(KeyFile.with(after, new TreeSet<>(wanted))).isEqualTo(after);
        }
    }

    @Test
    void aSpecKeepsTheHostsSpellingAndTheKeysOfOthers() {
        String file = "no-pty " + A + " old comment\n" + B + "\n";
        SshKeys found =
                new SshKeys(Optional.of(KeyFile.keys(file)), Optional.empty(), Optional.of(file), Optional.empty());
        SshKeysKind kind = new SshKeysKind();
        SshKeys wanted = new SshKeys(
                Optional.of(new TreeSet<>(Set.of(A + " new comment"))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(kind.compare(kind.settle(wanted, found), found)).isEmpty();
        SshKeys exact = new SshKeys(wanted.keys(), Optional.of(true), Optional.empty(), Optional.empty());
        assertThat(kind.compare(kind.settle(exact, found), found)).hasSize(1);
        assertThat(kind.settle(exact, found).keys()).contains(new TreeSet<>(Set.of("no-pty " + A + " old comment")));
    }

    private static List<String> others(String text) {
        return text.lines().filter(line -> KeyLine.of(line).isEmpty()).toList();
    }
}

package io.twinpath.lab.esxcli;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.lab.site.Sites;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class UsageTest {

    private final Cli cli = Cli.lain(Sites.ESXI3);

    @Test
    void namesWhatItDoesNotKnow() {
        assertThat(cli.call("network vswitch standart list"))
                .isEqualTo("1|Error: Unknown command or namespace network vswitch standart list\n");
    }

    @Test
    void listsAllMissingParameters() {
        assertThat(cli.call("network vswitch standard uplink add")).startsWith("""
                        1|Error: Missing required parameter -u|--uplink-name
                               Missing required parameter -v|--vswitch-name

                        Usage: esxcli network vswitch standard uplink add [cmd options]
                        """);
    }

    @Test
    void refusesOptionsAndValues() {
        assertThat(cli.call("network nic list --all")).startsWith("1|Error: Invalid option --all\n\nUsage: ");
        assertThat(cli.call("network nic down -n vmnic0 -n vmnic1"))
                .startsWith("1|Error: Duplicated option -n|--nic-name");
        assertThat(cli.call("iscsi software set -e maybe"))
                .startsWith(
                        "1|Error: While processing '-e'. Argument type mismatch. Expecting one of {0, 1, n[o], y[es],"
                                + " f[alse], t[rue], off, on}. Got 'maybe'\n\nUsage: ");
        assertThat(cli.call("network vswitch standard set -v vSwitch1 --mtu=big"))
                .startsWith("1|Error: While processing '--mtu'. Argument type mismatch.");
        assertThat(cli.call("network nic set -n vmnic0 -D both"))
                .startsWith("1|Error: 'duplex' must be one of [full|half]");
    }

    @Test
    void takesEverySpellingOfAnOption() {
        for (String option : List.of("--nic-name=vmnic4", "--nic-name vmnic4", "-n vmnic4", "-n=vmnic4")) {
            assertThat(cli.ok("network nic get " + option)).contains("   Name: vmnic4\n");
        }
    }

    @Test
    void helpIsSuccess() {
        assertThat(cli.ok("network vswitch standard set --help"))
                .contains("  -v|--vswitch-name=<str>  The virtual switch to work on. (required)\n");
        assertThat(cli.ok("network vswitch --help")).contains("Available Namespaces:\n  standard");
        assertThat(cli.call("network nic")).startsWith("1|Usage: esxcli network nic {cmd} [cmd options]\n");
    }

    @Test
    void everyCommandIsThereOnceAndItsOptionsDoNotCollide() {
        Set<String> names = new HashSet<>();
        for (Command command : CommandTable.all()) {
            assertThat(names.add(command.name())).as(command.name()).isTrue();
            List<String> spelled = command.options().stream()
                    .flatMap(o -> Stream.of("-" + o.letter(), "--" + o.name()))
                    .filter(s -> !s.equals("-"))
                    .toList();
            assertThat(spelled).as(command.name()).doesNotHaveDuplicates();
        }
    }

    @Test
    void anyWordsGetAnAnswer() {
        Random random = new Random(7);
        List<String> values =
                List.of("", "0", "-1", "x", "vmnic4", "vSwitch1", "vmk1", "999999999999", "a=b", "--", "vmhba64");
        for (int i = 0; i < 5_000; i++) {
            Command command =
                    CommandTable.all().get(random.nextInt(CommandTable.all().size()));
            StringBuilder line = new StringBuilder(command.name());
            for (Option option : command.options()) {
                if (random.nextInt(3) > 0) {
                    String value = values.get(random.nextInt(values.size()));
                    line.append(" --")
                            .append(option.name())
                            .append(option.type() == Option.Type.PLAIN ? "" : "=" + value);
                }
            }
            assertThat(cli.call(line.toString())).as(line.toString()).matches("(?s)[01]\\|.*");
        }
    }

    @Test
    void secretsAreKeptOutOfLogs() {
        List<String> words =
                List.of("--formatter=xml", "iscsi", "adapter", "auth", "chap", "set", "--secret=hush", "-S", "quiet");

        Redaction redaction = Redaction.of(words);

        assertThat(redaction.words()).endsWith("--secret=***", "-S", "***");
        assertThat(redaction.secrets()).containsExactly("hush", "quiet");
        assertThat(Redaction.of(List.of("network", "nic", "set", "-S", "1000")).words())
                .endsWith("1000");
        assertThat(Redaction.of(List.of("iscsi", "mistyped", "--secret", "hush"))
                        .words())
                .endsWith("***");
    }
}

package io.twinpath.driver.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.driver.Command;
import io.twinpath.driver.DatastoreName;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.EsxcliCommand;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.FileCommand;
import io.twinpath.driver.FileQuery;
import io.twinpath.driver.HostFile;
import io.twinpath.driver.Option;
import io.twinpath.driver.ProgramCommand;
import io.twinpath.driver.ProgramQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Secrets;
import io.twinpath.driver.ServiceScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOnlyTest {

    private static final String M = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    @Test
    void whatQueriesBecomePasses() {
        List<EsxcliQuery> queries = List.of(
                EsxcliQuery.of("network nic list"),
                EsxcliQuery.of("iscsi adapter param get", Option.of("adapter", "it's $(a) 'vmhba64'\n; rm -r /")),
                EsxcliQuery.of("storage core path list", Option.flag("all"), Option.of("device", "")));
        assertThat(ReadOnly.passes(Script.reading(queries, true).text())).isTrue();
        assertThat(ReadOnly.passes(Script.reading(queries, false).text())).isTrue();
    }

    @Test
    void filesAndProgramsPass() {
        List<Query> queries = new ArrayList<>(List.of(
                new ProgramQuery.StartList(),
                new ProgramQuery.ServiceStatus(new ServiceScript("sfcbd-watchdog")),
                new ProgramQuery.ServiceStatus(new ServiceScript("hp-ams.sh")),
                EsxcliQuery.of("network nic list")));
        Stream.of(HostFile.values()).map(FileQuery::new).forEach(queries::add);
        assertThat(ReadOnly.passes(Script.reading(queries, true).text())).isTrue();
    }

    @Test
    void noWriteOfAFileOrAProgramPasses() throws DriverException {
        ServiceScript script = new ServiceScript("ntpd");
        for (Command command : List.of(
                new FileCommand(HostFile.NTP, ""),
                new FileCommand(HostFile.ROOT_KEYS, "cat '/etc/ntp.conf'"),
                new ProgramCommand.StartWithHost(script, true),
                new ProgramCommand.RenameDatastore(new DatastoreName("old"), new DatastoreName("new")),
                new ProgramCommand.Turn(new ServiceScript("status"), ProgramCommand.Way.STOP))) {
            assertThat(ReadOnly.passes(Script.changing(command, Secrets.none()).text()))
                    .as(command.toString())
                    .isFalse();
        }
    }

    @Test
    void noCommandPasses() throws DriverException {
        for (EsxcliCommand command : List.of(
                EsxcliCommand.of("network vswitch standard add", Option.of("vswitch-name", "vSwitch1")),
                EsxcliCommand.of("network nic down", Option.of("nic-name", "list")),
                EsxcliCommand.of("system get set", Option.of("x", "' list </dev/null")))) {
            String text = Script.changing(command, Secrets.none()).text();
            assertThat(ReadOnly.passes(text)).isFalse();
            assertThatThrownBy(() -> ReadOnly.check(text)).isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "esxcli network nic down --name='list'",
                "esxcli network nic set --a='x' list",
                "esxcli network nic list; reboot",
                "esxcli network nic list\nreboot",
                "esxcli network nic list && reboot #",
                "esxcli network nic list | sh",
                "esxcli network nic list > /etc/passwd",
                "esxcli network nic list --name='a'$(reboot)",
                "esxcli network nic list --name='a'b'c'",
                "esxcli network nic list --name='a' 'b'",
                "esxcli network nic list --name=a",
                "esxcli network nic list --name=\"a\"",
                "esxcli network nic list --name='a'\\'''; reboot; echo ''",
                "esxcli network nic list `reboot`",
                "esxcli list",
                "esxcli network nic List",
                "esxcli network nic list-add",
                "ESXCLI network nic list",
                "localcli network nic list",
                " esxcli network nic list",
                "esxcli --formatter=xml --debug network nic list",
                "reboot",
                "chkconfig --list SSH on 2>&1",
                "chkconfig SSH on 2>&1",
                "chkconfig --list 2>&1; reboot",
                "/etc/init.d/SSH stop 2>&1",
                "/etc/init.d/SSH status; reboot 2>&1",
                "/etc/init.d/../../bin/reboot status 2>&1",
                "/etc/init.d/$(reboot) status 2>&1",
                "/etc/init.d/-SSH status 2>&1",
                "cat /etc/shadow 2>&1",
                "cat '/etc/ntp.conf' 2>&1",
            })
    void nothingElsePasses(String call) {
        String framed = "echo " + M + " b 0\n" + call + " </dev/null; r=$?; echo; echo " + M + " e 0 $r\n";
        assertThat(ReadOnly.passes(framed)).isFalse();
    }

    /** No other file, and not one file looked at and another one printed. */
    @Test
    void noOtherFilePasses() {
        String text = Script.reading(List.of(new FileQuery(HostFile.NTP)), true).text();
        for (String other :
                List.of("/etc/shadow", "/etc/vmware/ssl/rui.key", "/etc/ntp.conf;reboot", "/etc/ntpxconf")) {
            assertThat(ReadOnly.passes(text.replace("/etc/ntp.conf", other))).isFalse();
            assertThat(ReadOnly.passes(text.replace("cat '/etc/ntp.conf'", "cat '" + other + "'")))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "reboot\n", "esxcli network nic list\n"})
    void nothingUnframedPasses(String script) {
        assertThat(ReadOnly.passes(script)).isFalse();
    }

    /** Whatever a shell makes of a script that passed, {@code esxcli} is all it calls, and only to read. */
    @Test
    void damagedScriptsThatPassStillOnlyRead() throws IOException, InterruptedException {
        Path esxcli = folder.resolve("esxcli");
        Path calls = folder.resolve("calls");
        // Prints the words before the first option, which say what esxcli would do.
        Files.writeString(
                esxcli,
                "#!/bin/sh\n{ for a in \"$@\"; do case \"$a\" in --formatter=xml) ;; --*) break;; *) printf '%s ' \"$a\";;"
                        + " esac; done; echo; } >> '" + calls + "'\n");
        Files.setPosixFilePermissions(esxcli, PosixFilePermissions.fromString("rwxr-xr-x"));
        Random random = new Random(5);
        String alphabet = "'\\\n;|&$()` list get add --x='a' </dev/null > #\"";
        int passed = 0;
        StringBuilder all = new StringBuilder();
        for (int round = 0; round < 30_000; round++) {
            StringBuilder script = new StringBuilder(Script.reading(
                            List.of(
                                    EsxcliQuery.of("network nic list", Option.of("n", "it's")),
                                    EsxcliQuery.of("system version get")),
                            random.nextBoolean())
                    .text());
            for (int n = random.nextInt(3); n >= 0; n--) {
                int at = random.nextInt(script.length());
                int from = random.nextInt(alphabet.length());
                String piece = alphabet.substring(from, Math.min(alphabet.length(), from + random.nextInt(6)));
                script.replace(at, Math.min(script.length(), at + random.nextInt(3)), piece);
            }
            if (ReadOnly.passes(script.toString()) && passed++ < 500) {
                all.append(script);
            }
        }
        assertThat(passed).as("some damage leaves a script that reads").isPositive();
        Path file = Files.writeString(folder.resolve("script"), all);
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", file.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("errors").toFile());
        builder.environment().put("PATH", folder.toString());
        assertThat(builder.start().waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readAllLines(calls)).isNotEmpty().allMatch(c -> c.matches(".* (list|get) "));
        assertThat(Files.readString(folder.resolve("errors"))).isEmpty();
    }
}

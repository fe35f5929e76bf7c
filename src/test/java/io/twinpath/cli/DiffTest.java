package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.git.SampleRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history of a small site, and what each of its commits means. */
class DiffTest {

    private static final String GROUPS = """
            groups:
              servers:
                hosts: ["esx[1:2].lab"]
                connect: {ssh: {password: secret://env/ESX_PASSWORD}}
                cards:
                  onboard: {model: broadcom-5720, pci: "0000:01:00"}
                  extra: {model: broadcom-57810, slot: "3"}
                vswitches:
                  vSwitch0:
                    uplinks: [onboard/0, extra/0]
                    port_groups:
                      VM Network: {vlan: 20}
                advanced: {Misc.APDTimeout: 140}
            """;

    private static final String HOSTS = """
            hosts:
              esx1.lab: {}
              esx2.lab: {}
            """;

    private static final String MODULE = """
            description: What is to happen when a path is lost.
            parameters:
              seconds: {type: integer, default: 140, description: How long.}
            resources:
              advanced: {Misc.APDTimeout: "{{ seconds }}"}
            """;

    @TempDir
    Path folder;

    private TestProject project;
    private SampleRepository repository;

    @BeforeEach
    void theFirstCommit() throws IOException {
        project = TestProject.empty(folder);
        repository = SampleRepository.in(folder);
        repository.write("inventory/groups.yml", GROUPS).write("inventory/hosts.yml", HOSTS);
        repository.point("refs/tags/first", repository.commit("A site"));
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private TestProject.Run diff(String... arguments) {
        return project.run(
                Stream.concat(Stream.of("diff"), Stream.of(arguments)).toArray(String[]::new));
    }

    private void change(String file, String text, String by) throws IOException {
        String now = Files.readString(folder.resolve(file));
        assertThat(now).contains(text);
        repository.write(file, now.replace(text, by));
    }

    private String answer() {
        TestProject.Run run = diff("main~1..main");
        assertThat(run.exit()).as(run.all()).isZero();
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    private List<String> affected() {
        return diff("main~1..main", "--affected-hosts").out().lines().toList();
    }

    @Test
    void whatMovesIntoAModuleMeansTheSame() throws IOException {
        change("inventory/groups.yml", "    advanced: {Misc.APDTimeout: 140}\n", "    use: [{module: apd}]\n");
        repository.write("modules/apd/module.yml", MODULE).commit("Use a module");
        assertThat(answer())
                .isEqualTo("No semantic change. main~1 and main want the same of 10 resources on 2 hosts.\n");
        assertThat(affected()).isEmpty();
        assertThat(diff("main~1..main", "--detailed-exitcode").exit()).isZero();
    }

    @Test
    void aRenamedFileMeansTheSame() {
        repository
                .remove("inventory/hosts.yml")
                .write("inventory/more/machines.yaml", HOSTS)
                .commit("Rename");
        assertThat(answer()).startsWith("No semantic change.");
        assertThat(affected()).isEmpty();
    }

    @Test
    void aNewHostIsWhatIsNew() throws IOException {
        change("inventory/hosts.yml", "  esx2.lab: {}\n", "  esx2.lab: {}\n  esx3.lab: {}\n");
        change("inventory/groups.yml", "esx[1:2]", "esx[1:3]");
        repository.commit("A third host");
        assertThat(answer()).isEqualTo("""
                esx3.lab
                  + advanced Misc.APDTimeout  value: 140  (main:inventory/hosts.yml:4:3, host)
                  + card extra  model: broadcom-57810; slot: 3  (main:inventory/hosts.yml:4:3, host)
                  + card onboard  model: broadcom-5720; pci: 0000:01:00  (main:inventory/hosts.yml:4:3, host)
                  + connect host  ssh.password: secret://env/ESX_PASSWORD  (main:inventory/hosts.yml:4:3, host)
                  + port_group VM Network  vlan: 20; vswitch: vSwitch0  (main:inventory/hosts.yml:4:3, host)
                  + vswitch vSwitch0  uplinks: [extra/0, onboard/0]  (main:inventory/hosts.yml:4:3, host)
                6 to declare; 1 of 3 hosts is affected. 10 resources wanted as before.
                """);
        assertThat(affected()).containsExactly("esx3.lab");
        assertThat(diff("main~1..main", "--detailed-exitcode").exit()).isEqualTo(Exit.CHANGES_PENDING.code());
    }

    @Test
    void anUplinkLessIsOneLineForAllHosts() throws IOException {
        change("inventory/groups.yml", "uplinks: [onboard/0, extra/0]", "uplinks: [onboard/0]");
        repository.commit("One uplink");
        assertThat(answer()).isEqualTo("""
                esx1.lab, esx2.lab
                  ~ vswitch vSwitch0
                      uplinks: without extra/0  (main:inventory/groups.yml:10:18, group servers)
                2 to change; 2 of 2 hosts are affected. 8 resources wanted as before.
                """);
        assertThat(affected()).containsExactly("esx1.lab", "esx2.lab");
    }

    @Test
    void aSecretIsComparedByWhereItIsKeptAndNeverRead() throws IOException {
        change("inventory/groups.yml", "secret://env/ESX_PASSWORD", "secret://file/keys/esx");
        project.with("ESX_PASSWORD", "hunter2");
        Files.createDirectories(folder.resolve("keys"));
        Files.writeString(folder.resolve("keys/esx"), "hunter2");
        repository.commit("Move the password");
        assertThat(answer()).isEqualTo("""
                esx1.lab, esx2.lab
                  ~ connect host
                      ssh.password: secret://env/ESX_PASSWORD -> secret://file/keys/esx  (main:inventory/groups.yml:4:31, group servers)
                2 to change; 2 of 2 hosts are affected. 10 resources wanted as before.
                """);
        assertThat(affected()).containsExactly("esx1.lab", "esx2.lab");
        assertThat(diff("main~1..main", "--output", "json").all()).doesNotContain("hunter2");
    }

    @Test
    void theCauseIsTheArgumentAndNotTheTemplate() throws IOException {
        change("inventory/groups.yml", "    advanced: {Misc.APDTimeout: 140}\n", "    use: [{module: apd}]\n");
        repository.write("modules/apd/module.yml", MODULE).commit("Use a module");
        change("inventory/groups.yml", "{module: apd}", "{module: apd, with: {seconds: \"{{ pause }}\"}}");
        change("inventory/hosts.yml", "esx2.lab: {}", "esx2.lab: {vars: {pause: 200}}");
        change("inventory/hosts.yml", "esx1.lab: {}", "esx1.lab: {vars: {pause: 140}}");
        repository.commit("Say it by a variable");
        assertThat(answer()).startsWith("""
                esx2.lab
                  ~ advanced Misc.APDTimeout
                      value: 140 -> 200  (main:inventory/groups.yml:13:41, group servers)
                """);
        change("inventory/hosts.yml", "pause: 200", "pause: 300");
        repository.commit("Change the variable");
        assertThat(answer()).startsWith("""
                esx2.lab
                  ~ advanced Misc.APDTimeout
                      value: 200 -> 300  (main:inventory/hosts.yml:3:28, host)
                """);
        change("modules/apd/module.yml", "{{ seconds }}", "{{ seconds + 1 }}");
        repository.commit("Change the module");
        assertThat(answer()).contains("(main:modules/apd/module.yml:5:31, module apd, used by group servers)");
    }

    @Test
    void whatIsNotSaidAnyMoreIsLeftUnlessItsCollectionIsExact() throws IOException {
        change(
                "inventory/groups.yml",
                "          VM Network: {vlan: 20}\n",
                "          VM Network: {vlan: 20}\n          Old: {vlan: 7}\n");
        repository.commit("Another port group");
        change("inventory/groups.yml", "          Old: {vlan: 7}\n", "");
        repository.commit("Say nothing of it");
        assertThat(answer())
                .contains("  * port_group Old  (main~1:inventory/groups.yml:13:11, group servers)\n")
                .contains("2 not managed any more; 2 of 2 hosts are affected");
        change(
                "inventory/groups.yml",
                "          VM Network: {vlan: 20}\n",
                "          VM Network: {vlan: 20}\n          exact: true\n");
        repository.commit("Nothing else");
        assertThat(diff("main~2..main").out())
                .contains("  - port_group Old  its collection is exact, so it is deleted  (main~2:")
                .contains("  + exact port_group of vSwitch0  undeclared: deleted  (main:inventory/groups.yml:13:18");
    }

    @Test
    void aHostThatLeavesIsOneLine() throws IOException {
        change("inventory/hosts.yml", "  esx2.lab: {}\n", "");
        change("inventory/groups.yml", "esx[1:2]", "esx1");
        repository.commit("One host less");
        assertThat(answer()).isEqualTo("""
                esx2.lab
                  * connect host  the host left the project with all that was said of it (5 resources)  (main~1:inventory/hosts.yml:3:3, host)
                1 not managed any more; no host is affected. 5 resources wanted as before.
                """);
        assertThat(affected()).isEmpty();
    }

    @Test
    void joiningAGroupIsACause() throws IOException {
        change(
                "inventory/groups.yml",
                "groups:\n  servers:\n",
                "groups:\n  quick:\n    hosts: []\n    advanced: {Net.TcpipHeapMax: 1536}\n  servers:\n");
        repository.commit("An empty group");
        assertThat(answer()).startsWith("No semantic change.");
        change("inventory/groups.yml", "    hosts: []\n", "    hosts: [esx2.lab]\n");
        repository.commit("Join it");
        assertThat(answer()).contains("group quick, which the host joined)");
        assertThat(affected()).containsExactly("esx2.lab");
    }

    @Test
    void theWorkingTreeIsASideOfItsOwn() throws IOException {
        assertThat(diff().out()).startsWith("No semantic change. HEAD and the working tree want the same");
        Files.writeString(folder.resolve("inventory/groups.yml"), GROUPS.replace("vlan: 20", "vlan: 30"));
        for (String range : List.of("HEAD", "first..", "..", "main...")) {
            assertThat(diff(range).out()).contains("vlan: 20 -> 30  (inventory/groups.yml:12:30, group servers)");
        }
        assertThat(diff("first..HEAD").out()).startsWith("No semantic change.");
    }

    @Test
    void credentialsCanBeKeptFromWhatIsReachedOtherwise() throws IOException {
        change("inventory/groups.yml", "vlan: 20", "vlan: 30");
        repository.commit("Another VLAN");
        assertThat(diff("main~1..main", "--same-connect").exit()).isZero();
        change("inventory/groups.yml", "secret://env/ESX_PASSWORD", "secret://env/OTHER");
        repository.commit("Another secret");
        TestProject.Run run = diff("main~1..main", "--same-connect", "--report", "github=" + folder.resolve("notes"));
        assertThat(run.exit()).isEqualTo(Exit.REFUSED.code());
        assertThat(run.err()).contains("CLI0056", "esx1.lab would be reached in another way");
        assertThat(folder.resolve("notes")).content().contains("::error file=inventory/groups.yml,line=4,");
        change(
                "inventory/hosts.yml",
                "  esx2.lab: {}\n",
                "  esx2.lab: {}\n  evil.lab: {connect: {ssh: {user: root}}}\n");
        repository.commit("A host more");
        assertThat(diff("main~1..main", "--same-connect").exit()).isEqualTo(Exit.REFUSED.code());
        change("inventory/hosts.yml", "  evil.lab: {connect: {ssh: {user: root}}}\n", "");
        repository.commit("A host less");
        assertThat(diff("main~1..main", "--same-connect").exit()).isZero();
    }

    @Test
    void lineEndsMeanNothing() {
        repository.write("inventory/groups.yml", GROUPS.replace("\n", "\r\n")).commit("From another system");
        assertThat(answer()).startsWith("No semantic change.");
    }

    @Test
    void aRevisionThatIsNotValidIsNamed() throws IOException {
        change("inventory/groups.yml", "uplinks:", "upliks:");
        repository.commit("A mistake");
        TestProject.Run run = diff("first..main");
        assertThat(run.exit()).isEqualTo(Exit.INVALID_SPEC.code());
        assertThat(run.err())
                .contains("  main:inventory/groups.yml:10:9\n")
                .contains("upliks: [onboard/0, extra/0]")
                .doesNotContain("first:");
        assertThat(run.out()).isEmpty();
        repository.remove("inventory/hosts.yml").remove("inventory/groups.yml").commit("Nothing");
        TestProject.Run empty = diff("first..main");
        assertThat(empty.exit()).isEqualTo(Exit.INVALID_SPEC.code());
        assertThat(empty.err()).contains("GIT0006").contains("At main there is no file inventory/*.yml");
    }

    @Test
    void otherFormsSayTheSame() throws IOException {
        change("inventory/groups.yml", "uplinks: [onboard/0, extra/0]", "uplinks: [onboard/0]");
        change("inventory/groups.yml", "          VM Network: {vlan: 20}\n", "          VM Network: {state: absent}\n");
        repository.commit("Less of everything");
        assertThat(diff("main~1..main", "--output", "json").out())
                .contains("\"verdict\" : \"changed\"")
                .contains("\"affected_hosts\" : [ \"esx1.lab\", \"esx2.lab\" ]")
                .contains(
                        "\"revision\" : \"main\",\n        \"file\" : \"inventory/groups.yml\",\n        \"line\" : 10,");
        assertThat(diff("main~1..main", "--output", "markdown").out())
                .startsWith("## twinpath diff: changes\n")
                .contains("| warning | <code>esx1&#46;lab, esx2&#46;lab</code> |")
                .contains("Must not exist any more");
        assertThat(diff("main~1..main", "--affected-hosts", "--output", "json").out())
                .contains("\"affected_hosts\" : [ \"esx1.lab\", \"esx2.lab\" ]")
                .doesNotContain("changes");
        Path sarif = folder.resolve("diff.sarif");
        assertThat(diff("main~1..main", "--report", "sarif=" + sarif).exit()).isZero();
        assertThat(Files.readString(sarif)).contains("inventory/groups.yml").contains("\"startLine\" : 10");
    }

    @Test
    void nothingIsWritten() throws IOException {
        Map<String, String> before = everything();
        answerOf("first..main");
        answerOf("HEAD");
        assertThat(everything()).isEqualTo(before);
    }

    private void answerOf(String range) {
        assertThat(diff(range).exit()).isZero();
    }

    /** Every file with its time and size. */
    private Map<String, String> everything() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                all.put(file.toString(), Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
        }
        return all;
    }
}

package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.driver.bundle.Archives;
import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import io.twinpath.lab.esxcli.Esxcli;
import io.twinpath.lab.esxcli.HostView;
import io.twinpath.lab.site.LabSites;
import io.twinpath.lab.site.Site;
import io.twinpath.lab.site.Sites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people gathered of their hosts becomes a spec without the hosts. */
class ImportOfflineIT {

    private static final String HOST = "esxi1.lain.local";
    private static final List<String> LISTS = List.of(
            "hardware pci list",
            "network nic list",
            "network vswitch standard list",
            "network vswitch standard portgroup list",
            "network ip interface list",
            "network ip interface ipv4 get",
            "storage nmp satp rule list",
            "storage nmp device list",
            "storage core device list",
            "storage nmp satp list",
            "iscsi software get",
            "iscsi adapter list",
            "iscsi networkportal list",
            "iscsi adapter discovery sendtarget list",
            "iscsi adapter discovery statictarget list",
            "system version get");

    @TempDir
    Path folder;

    private final Site site = LabSites.open("lain-2022-10-13", Sites.MORNING).orElseThrow();

    private String text(String words) {
        StringBuilder out = new StringBuilder();
        new Esxcli(new HostView(site, HOST, InstantSource.fixed(Sites.MORNING))).run(List.of(words.split(" ")), out);
        return out.toString();
    }

    /** As localcli prints it: the head of a record ends with a colon. */
    private String local(String words) {
        return text(words).replaceAll("(?m)^(vSwitch[0-9]|vmk[0-9]|[0-9a-f]{4}:[0-9a-f:.]+|naa\\.\\S+)$", "$1:");
    }

    private TestProject.Run run(String... arguments) throws IOException {
        return TestProject.empty(Files.createDirectories(folder.resolve("elsewhere")))
                .run(arguments);
    }

    private Path bundle(String name) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        LISTS.forEach(words -> files.put("esx-1/commands/localcli_" + words.replace(' ', '-') + ".txt", local(words)));
        return Files.write(folder.resolve(name), Archives.tgz(files));
    }

    @Test
    void aBundleIsShownInTheTermsOfTheSpec() throws IOException {
        TestProject lain = new TestProject(folder.resolve("lain"));
        String bundle = bundle("esx-esxi1-2022-10-13--07.30-99.tgz").toString();
        TestProject.Run seen = lain.run("observe", "--bundle", bundle);
        assertThat(seen.exit()).as(seen.all()).isZero();
        assertThat(seen.out()).contains("storage_a", "vSwitch0", "uplinks").doesNotContain("esxi2");
        assertThat(lain.run("observe", "--bundle", bundle, "--all").out()).contains("vSwitch0");
        TestProject.Run other = lain.run("observe", "--bundle", bundle, "--limit", "esxi2.lain.local");
        assertThat(other.exit()).isEqualTo(Exit.USAGE.code());
        assertThat(other.err()).contains("CLI0018").contains("the bundle of esxi1");
        TestProject.Run nameless =
                lain.run("observe", "--bundle", bundle("b.tgz").toString());
        assertThat(nameless.err()).contains("CLI0018").contains("does not say whose it is");
        assertThat(lain.run("observe", "--bundle", bundle, "--replay", "x").exit())
                .isEqualTo(Exit.USAGE.code());
    }

    @Test
    void aBundleOfLists() throws IOException {
        Path bundle = bundle("esx-" + HOST + "-2022-10-13--07.30-99.tgz");
        Path into = folder.resolve("site");
        TestProject.Run imported = run("import", "--bundle", bundle.toString(), "--into", into.toString());
        assertThat(imported.exit()).as(imported.all()).isZero();
        assertThat(imported.out()).contains("No changes.");
        assertThat(imported.err()).contains("Left out: advanced of " + HOST).contains("Left out: syslog of " + HOST);
        assertThat(into.resolve("inventory/hosts/" + HOST + ".yml"))
                .content()
                .contains("storage_a: {model: broadcom-57810, slot: 3}", "uplinks: [storage_a/0, storage_b/0]");
    }

    @Test
    void pastedTextsInARecording() throws IOException {
        Path recorded = Files.createDirectories(folder.resolve("recorded").resolve(HOST));
        for (String words : LISTS.subList(0, 6)) {
            String pasted =
                    text(words).replaceAll("(?m) +$", "").stripTrailing().replace("\n", "\r\n");
            Files.writeString(recorded.resolve(words.replace(' ', '-') + ".txt"), pasted);
        }
        Path into = folder.resolve("site");
        TestProject.Run imported =
                run("import", "--replay", folder.resolve("recorded").toString(), "--into", into.toString());
        assertThat(imported.exit()).as(imported.all()).isZero();
        assertThat(imported.out()).contains("No changes.");
        assertThat(imported.err()).contains("Left out: iscsi of " + HOST);
    }

    @Test
    void aRecordingOfAnImportGivesTheSameFiles() throws IOException {
        Path live = folder.resolve("live");
        Path again = folder.resolve("again");
        String record = folder.resolve("record").toString();
        try (Lab lab = Lab.open("lain-cards-installed", LabOptions.NONE).orElseThrow()) {
            Path endpoints = folder.resolve("lab.json");
            lab.endpoints().write(endpoints).orElseThrow();
            TestProject.Run first =
                    run("--lab", endpoints.toString(), "import", "--into", live.toString(), "--record", record);
            assertThat(first.exit()).as(first.all()).isZero();
        }
        TestProject.Run second = run("import", "--replay", record, "--into", again.toString());
        assertThat(second.exit()).as(second.all()).isZero();
        for (String file : ImportIT.files(live)) {
            if (!file.endsWith("project.yml")) {
                assertThat(again.resolve(file)).hasSameTextualContentAs(live.resolve(file));
            }
        }
    }

    @Test
    void aDamagedBundleAndAWrongHostAreSaid() throws IOException {
        Path bundle = Files.writeString(folder.resolve("x.tgz"), "no");
        TestProject.Run damaged = run(
                "import",
                "--bundle",
                bundle.toString(),
                "--into",
                folder.resolve("a").toString());
        assertThat(damaged.exit()).isEqualTo(Exit.FAILED.code());
        assertThat(damaged.err()).contains("DRV0018").doesNotContain("\tat ");
        TestProject.Run both = run(
                "import",
                "--bundle",
                "a",
                "--replay",
                "b",
                "--into",
                folder.resolve("a").toString());
        assertThat(both.exit()).isEqualTo(Exit.USAGE.code());
        TestProject.Run none = run("import", "--into", folder.resolve("a").toString());
        assertThat(none.exit()).isEqualTo(Exit.USAGE.code());
        assertThat(folder.resolve("a")).doesNotExist();
    }
}

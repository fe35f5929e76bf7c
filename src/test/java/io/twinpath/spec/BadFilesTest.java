package io.twinpath.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.twinpath.diag.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that a case folder cannot hold, because they are no files, or because they are too large. */
class BadFilesTest {

    private static final String GOOD = "hosts: {esxi1.lain.local: }\n";

    @TempDir
    Path folder;

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(file(name), text);
    }

    private List<Diagnostic> load() {
        return SpecLoader.load(new FolderFiles(folder), LoadOptions.standard())
                .result()
                .diagnostics();
    }

    private void gives(String code, String place, String words) {
        assertThat(load())
                .singleElement()
                .satisfies(
                        d -> assertThat(d.code()).isEqualTo(code),
                        d -> assertThat(d.primary().orElseThrow().span().source())
                                .isEqualTo(place),
                        d -> assertThat(d.detail()).contains(words));
    }

    @Test
    void pipeIsNotOpened() throws IOException, InterruptedException {
        write("inventory/a.yml", GOOD);
        pipe(file("inventory/b.yml"));
        gives("SPC0018", "inventory/b.yml", "a pipe, socket or device");
    }

    @Test
    void pipeAsModuleIsNotOpened() throws IOException, InterruptedException {
        write("inventory/a.yml", GOOD);
        pipe(file("modules/m/module.yml"));
        gives("SPC0018", "modules/m/module.yml", "a pipe, socket or device");
    }

    private static void pipe(Path at) throws IOException, InterruptedException {
        boolean made;
        try {
            made = new ProcessBuilder("mkfifo", at.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            made = false;
        }
        assertThat(made || !"true".equals(System.getenv("CI")))
                .as("a CI machine has mkfifo")
                .isTrue();
        assumeThat(made).as("skipped: no pipe could be made here").isTrue();
    }

    @Test
    void linkToDeviceIsNotFollowed() throws IOException {
        write("inventory/a.yml", GOOD);
        Files.createSymbolicLink(file("inventory/b.yml"), Path.of("/dev/zero"));
        gives("SPC0018", "inventory/b.yml", "a symbolic link");
    }

    @Test
    void linkOutOfTheProjectIsNotFollowed() throws IOException {
        write("elsewhere.yml", "hosts: {esxi2.lain.local: }\n");
        write("inventory/a.yml", GOOD);
        Files.createSymbolicLink(file("inventory/b.yml"), folder.resolve("elsewhere.yml"));
        gives("SPC0018", "inventory/b.yml", "a symbolic link");
    }

    @Test
    void folderWithTheNameOfAFile() throws IOException {
        write("inventory/a.yml", GOOD);
        write("inventory/b.yml/c.yml", "hosts: {esxi2.lain.local: }\n");
        gives("SPC0018", "inventory/b.yml", "a folder");
    }

    @Test
    void folderWithTheNameOfAModule() throws IOException {
        write("inventory/a.yml", GOOD);
        Files.createDirectories(file("modules/m/module.yml/x"));
        gives("SPC0018", "modules/m/module.yml", "a folder");
    }

    @Test
    void foldersInACircleOfLinks() throws IOException {
        write("inventory/a.yml", GOOD);
        Files.createSymbolicLink(file("inventory/more"), folder.resolve("inventory"));
        assertThat(load()).isEmpty();
    }

    @Test
    void scalarOfFourMegabytes() throws IOException {
        write("inventory/a.yml", "hosts: " + "x".repeat(4 << 20) + "\n");
        gives("SPC0002", "inventory/a.yml", "4194312 bytes");
    }

    @Test
    void scalarOfAlmostTheLargestFile() throws IOException {
        write("inventory/a.yml", "hosts: " + "x".repeat((1 << 20) - 8) + "\n");
        gives("SPC0014", "inventory/a.yml", "1048575 characters");
    }

    @Test
    void largerThanAProjectMayBe() throws IOException {
        String comment = ("#" + "x".repeat(1022) + "\n").repeat(1023);
        write("inventory/a.yml", GOOD);
        for (int n = 0; n < 9; n++) {
            write("inventory/b" + n + ".yml", comment + "groups: {g" + n + ": }\n");
        }
        gives("SPC0002", "inventory/b8.yml", "in all");
    }

    @Test
    void twoHundredThousandKeysInLines() throws IOException {
        write("inventory/a.yml", keys(200_000, "hosts:\n", " k", ":\n", ""));
        gives("SPC0002", "inventory/a.yml", "bytes");
    }

    @Test
    void asManyKeysAsFitIntoAFile() throws IOException {
        write("inventory/a.yml", keys(100_000, "hosts:\n", " k", ":\n", ""));
        gives("SPC0013", "inventory/a.yml", "10000 values");
    }

    @Test
    void manyKeysInBrackets() throws IOException {
        write("inventory/a.yml", keys(100_000, "hosts: {\n", " k", ",\n", "}\n"));
        gives("SPC0013", "inventory/a.yml", "10000 values");
    }

    @Test
    void fiveThousandLevels() throws IOException {
        write("inventory/a.yml", "hosts: " + "[".repeat(5_000) + "]".repeat(5_000) + "\n");
        gives("SPC0012", "inventory/a.yml", "20 levels");
    }

    @Test
    void fiveThousandLevelsWithoutEnd() throws IOException {
        write("inventory/a.yml", "hosts: " + "{a: [".repeat(5_000) + "\n");
        gives("SPC0012", "inventory/a.yml", "20 levels");
    }

    @Test
    void hostsTimesPortGroupsAreBounded() throws IOException {
        write("inventory/a.yml", keys(2_000, "hosts:\n", " h", ":\n", ""));
        String portGroups = keys(500, "", "PG", ": {vlan: 1}, ", "");
        write(
                "inventory/g.yml",
                "groups: {g: {hosts: [\"h[0:1999]\"], vswitches: {v: {port_groups: {" + portGroups + "}}}}}\n");
        gives("SPC0002", "inventory/a.yml", "1000000 values in all at h");
    }

    private static String keys(int count, String head, String before, String behind, String tail) {
        StringBuilder text = new StringBuilder(head);
        for (int n = 0; n < count; n++) {
            text.append(before).append(n).append(behind);
        }
        return text.append(tail).toString();
    }
}

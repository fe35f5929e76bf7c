package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that Twinpath writes name a schema that is there, and a validator that is not ours finds them right by it. */
class SchemaLinesIT {

    private static final String LINE = "# yaml-language-server: $schema=";

    @TempDir
    Path folder;

    private static void good(TestProject.Run run) {
        assertThat(run.exit()).as(run.all()).isZero();
    }

    /** Goes where an editor goes: from the first line, as seen from the file. */
    private static Path schema(Path file) throws IOException {
        String first = Files.readAllLines(file).getFirst();
        assertThat(first).startsWith(LINE);
        return file.resolveSibling(first.substring(LINE.length())).normalize();
    }

    private static void right(Path site) throws IOException {
        List<String> files = ImportIT.files(site).stream()
                .filter(file -> file.startsWith("inventory/"))
                .toList();
        assertThat(files).isNotEmpty();
        for (String name : files) {
            Path file = site.resolve(name);
            Schema schema = SchemaRegistry.withDialect(Dialects.getDraft7()).getSchema(Files.readString(schema(file)));
            JsonNode tree = new YAMLMapper().readTree(Files.readString(file));
            assertThat(schema.validate(tree)).as(name).isEmpty();
            assertThat(schema.validate(new YAMLMapper().readTree("hosts: {a.lab: {vswiches: {}}}")))
                    .isNotEmpty();
        }
    }

    @Test
    void initAndImportNameTheirs() throws IOException {
        TestProject started = TestProject.empty(Files.createDirectory(folder.resolve("started")));
        good(started.run(
                "init", "--name", "mine", "--host", "a.lab", "--user", "root", "--password", "secret://env/PW"));
        right(started.folder());
        TestProject lain = new TestProject(Files.createDirectory(folder.resolve("lain")));
        Path site = folder.resolve("site");
        good(lain.run("import", "esxi1.lain.local", "--into", site.toString()));
        assertThat(ImportIT.files(site)).contains("inventory/project.yml", "inventory/hosts/esxi1.lain.local.yml");
        assertThat(schema(site.resolve("inventory/hosts/esxi1.lain.local.yml")))
                .isEqualTo(site.resolve(".twinpath/schema/inventory.json"));
        right(site);
    }

    @Test
    void importFollowsTheFilesBeside() throws IOException {
        TestProject lain = new TestProject(Files.createDirectory(folder.resolve("lain")));
        Path site = folder.resolve("site");
        Files.createDirectories(site.resolve("inventory"));
        String said =
                LINE + "../editor/schemas/inventory.json\nproject: {name: site, connect: {lab: lain-2022-10-13}}\n";
        Files.writeString(site.resolve("inventory/project.yml"), said);
        good(lain.run(
                "-C",
                site.toString(),
                "schema",
                "--dir",
                site.resolve("editor/schemas").toString()));
        good(lain.run("import", "esxi1.lain.local", "--into", site.toString()));
        assertThat(schema(site.resolve("inventory/hosts/esxi1.lain.local.yml")))
                .isEqualTo(site.resolve("editor/schemas/inventory.json"));
        assertThat(site.resolve(".twinpath/schema")).doesNotExist();
        right(site);
    }
}

package io.twinpath.spec.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.twinpath.diag.Diagnostic;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Cidr;
import io.twinpath.model.Ip;
import io.twinpath.model.Ipv4;
import io.twinpath.model.Ipv4Prefix;
import io.twinpath.model.Ipv6Prefix;
import io.twinpath.model.Mac;
import io.twinpath.model.Mebibytes;
import io.twinpath.model.Megahertz;
import io.twinpath.model.PciId;
import io.twinpath.model.PortRef;
import io.twinpath.model.Portal;
import io.twinpath.model.Seconds;
import io.twinpath.model.SecretRef;
import io.twinpath.spec.FolderFiles;
import io.twinpath.spec.LoadOptions;
import io.twinpath.spec.ProjectModules;
import io.twinpath.spec.SpecLoader;
import io.twinpath.spec.hardware.CatalogueReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas, held by a validator that is not ours against everything that Twinpath itself has read. */
class SpecSchemasTest {

    private static final Path CASES = Path.of("src/test/resources/cases/spec");
    private static final Kinds KINDS = Kinds.standard(CatalogueReader.standard());
    private static final SpecSchemas HERE = schemas(Path.of(""));
    private static final Schema INVENTORY = schema(HERE, SpecSchemas.INVENTORY);
    private static final Schema MODULE = schema(HERE, SpecSchemas.MODULE);
    private static final YAMLMapper YAML = new YAMLMapper();

    private static SpecSchemas schemas(Path folder) {
        return new SpecSchemas(KINDS, ProjectModules.read(new FolderFiles(folder.toAbsolutePath()), KINDS));
    }

    private static Schema schema(SpecSchemas schemas, String name) {
        String text = schemas.texts().get(name);
        assertThat(text).as(name).isNotNull();
        return SchemaRegistry.withDialect(Dialects.getDraft7()).getSchema(text);
    }

    private static List<String> errors(Schema schema, String yaml) throws JsonProcessingException {
        JsonNode tree = YAML.readTree(yaml);
        return schema.validate(tree).stream().map(Error::toString).toList();
    }

    private static List<String> errors(Path folder, SpecSchemas schemas) throws IOException {
        FolderFiles files = new FolderFiles(folder.toAbsolutePath());
        List<String> all = new ArrayList<>();
        Schema inventory = schemas.equals(HERE) ? INVENTORY : schema(schemas, SpecSchemas.INVENTORY);
        for (String file : files.inventory()) {
            errors(inventory, Files.readString(folder.resolve(file))).forEach(e -> all.add(file + ": " + e));
        }
        Schema module = schemas.equals(HERE) ? MODULE : schema(schemas, SpecSchemas.MODULE);
        for (String file : files.modules()) {
            errors(module, Files.readString(folder.resolve(file))).forEach(e -> all.add(file + ": " + e));
        }
        return all;
    }

    @Test
    void everySchemaIsADraft7Schema() throws IOException {
        Schema meta = SchemaRegistry.withDialect(Dialects.getDraft7())
                .getSchema(com.networknt.schema.SchemaLocation.of("http://json-schema.org/draft-07/schema#"));
        ObjectMapper json = new ObjectMapper();
        for (Map.Entry<String, String> text : HERE.texts().entrySet()) {
            assertThat(meta.validate(json.readTree(text.getValue())))
                    .as(text.getKey())
                    .isEmpty();
        }
        assertThat(HERE.texts()).containsKeys("inventory.json", "module.json", "modules/multipath-iscsi.json");
    }

    @Test
    void theCommittedSiteIsRight() throws IOException {
        assertThat(errors(Path.of(""), HERE)).isEmpty();
    }

    /** What a schema can say as well, because it is so in one file: unknown fields, ranges, choices, nothing where a value is due. */
    private static final Set<String> SAYABLE = Set.of("SPC0104", "SPC0105", "SPC0106", "SPC0107", "SPC0110");

    /** An editor may be silent where Twinpath is not; the other way round it would be wrong. */
    @TestFactory
    Stream<DynamicTest> whatTwinpathTakesTheSchemasTake() throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(CASES)) {
            folders = all.filter(Files::isDirectory).sorted().toList();
        }
        return folders.stream().map(f -> dynamicTest(f.getFileName().toString(), () -> check(f)));
    }

    private static void check(Path folder) throws IOException {
        List<Diagnostic> found = SpecLoader.load(new FolderFiles(folder), LoadOptions.standard())
                .result()
                .diagnostics();
        Set<String> codes = new TreeSet<>();
        found.stream().filter(Diagnostic::isError).forEach(d -> codes.add(d.code()));
        List<String> said;
        try {
            said = errors(folder, Files.isDirectory(folder.resolve("modules")) ? schemas(folder) : HERE);
        } catch (IOException e) {
            assertThat(codes).as("a file that no parser reads").isNotEmpty();
            return;
        }
        if (codes.isEmpty()) {
            assertThat(said).isEmpty();
        }
        if (codes.stream().anyMatch(SAYABLE::contains)) {
            assertThat(said).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hosts: {a: {vswitch: {}}}",
                "hosts: {a: {vswitches: {vSwitch0: {mtu: 90000}}}}",
                "hosts: {a: {vswitches: {vSwitch0: {upliks: []}}}}",
                "hosts: {a: {vswitches: {vSwitch0: {port_groups: {A: {vlan: 5000}}}}}}",
                "hosts: {a: {vswitches: {vSwitch0: {port_groups: {A: {vswitch: vSwitch1}}}}}}",
                "hosts: {a: {vswitches: {exact: maybe}}}",
                "hosts: {a: {vmkernel: {vmk0: {ip: 10.0.0.13}}}}",
                "hosts: {a: {vmkernel: {vmk0: {services: [managment]}}}}",
                "hosts: {a: {services: {TSM-SSH: {policy: true}}}}",
                "hosts: {a: {dns: {state: absent}}}",
                "hosts: {a: {connect: {ssh: {password: secret}}}}",
                "groups: {g: {host: [a]}}",
                "groups: {g: {use: [{module: multipath-iscsi, with: {ports: [a/0, b/0]}}]}}",
                "groups: {g: {use: [{modul: multipath-iscsi}]}}",
                "project: {nam: x}",
                "clusters: {c: {ha: {on_apd: never}}}",
                "clusters: {c: {host_settings: {hosts: []}}}",
                "vm: {}",
                "arrays: {a: {portals: [10.20.0.1111]}}",
            })
    void mistakesAreSeen(String yaml) throws IOException {
        assertThat(errors(INVENTORY, yaml)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hosts: {a: , b: {vars: , use: []}}",
                "hosts: {a: {vswitches: {exact: report, vSwitch0: {mtu: \"{{ mtu }}\", uplinks: \"{{ ports }}\"}}}}",
                "hosts: {a: {vswitches: {vSwitch0: {mtu: \"9000\", state: absent}}}}",
                "hosts: {a: {vmkernel: {vmk0: {ip: \"10.0.0.{{ id }}/24\"}}}}",
                "hosts: {a: {advanced: {A.b: 1, C.d: text, E.f: {value: 3}, G.h: {state: absent}}}}",
                "hosts: {a: {maintenance: true}}",
                "hosts: {a: {maintenance: {enabled: true}}}",
                "hosts: {a: {firewall: {rulesets: {sshServer: {}}}}}",
                "groups: {g: {use: [{module: not-read-yet, with: {x: 1}}]}}",
                "clusters: {c: {host_settings: {advanced: {A.b: 1}}, vars: {x: 1}}}",
                "probes:",
            })
    void whatIsRightIsTaken(String yaml) throws IOException {
        assertThat(errors(INVENTORY, yaml)).isEmpty();
    }

    /** The blocks of the documentation are files, or parts of such that stand on their own. */
    @Test
    void theDocumentationIsRight() throws IOException {
        Matcher blocks =
                Pattern.compile("(?ms)^```yaml\n(.*?)^```").matcher(Files.readString(Path.of("src/docs/spec.md")));
        int checked = 0;
        Set<String> top = new TreeSet<>();
        new ObjectMapper()
                .readTree(HERE.texts().get("inventory.json"))
                .get("properties")
                .fieldNames()
                .forEachRemaining(top::add);
        while (blocks.find()) {
            String block = blocks.group(1);
            if (!block.contains("…") && top.contains(block.substring(0, block.indexOf(':')))) {
                assertThat(errors(INVENTORY, block)).as(block).isEmpty();
                checked++;
            }
        }
        assertThat(checked).isGreaterThanOrEqualTo(3);
    }

    @Test
    void parametersHaveWhatTheModuleSaysOfThem() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(HERE.texts().get("modules/multipath-iscsi.json"));
        JsonNode mtu = schema.at("/properties/mtu");
        assertThat(mtu.get("default").asInt()).isEqualTo(9000);
        assertThat(mtu.get("minimum").asInt()).isEqualTo(1280);
        assertThat(mtu.get("maximum").asInt()).isEqualTo(9000);
        assertThat(mtu.get("description").asText()).startsWith("The largest frame");
        assertThat(schema.get("required").toString()).contains("ports").doesNotContain("mtu");
    }

    @Test
    void everyKeyIsDescribed() throws IOException {
        SortedMap<String, JsonNode> bare = new TreeMap<>();
        JsonNode schema = new ObjectMapper().readTree(HERE.texts().get("inventory.json"));
        undescribed("", schema, bare);
        assertThat(bare.keySet()).isEmpty();
    }

    private static void undescribed(String at, JsonNode schema, Map<String, JsonNode> into) {
        schema.path("properties").properties().forEach(e -> {
            boolean described = e.getValue().has("description") || e.getValue().has("$ref");
            if (!described) {
                into.put(at + "/" + e.getKey(), e.getValue());
            }
        });
        schema.properties().forEach(e -> {
            if (!e.getKey().equals("if") && !e.getKey().equals("then")) {
                undescribed(at + "/" + e.getKey(), e.getValue(), into);
            }
        });
        if (schema.isArray()) {
            schema.forEach(item -> undescribed(at, item, into));
        }
    }

    /** What an editor shows as an example is something that Twinpath takes. */
    @Test
    void examplesAreOfTheirTypes() {
        Map<Class<?>, Function<String, Object>> types = Map.ofEntries(
                Map.entry(Ipv4.class, Ipv4::parse),
                Map.entry(Ipv4Prefix.class, Ipv4Prefix::parse),
                Map.entry(Ip.class, Ip::parse),
                Map.entry(Cidr.class, Cidr::parse),
                Map.entry(Ipv6Prefix.class, Ipv6Prefix::parse),
                Map.entry(Mac.class, Mac::parse),
                Map.entry(PciId.class, PciId::parse),
                Map.entry(PortRef.class, PortRef::parse),
                Map.entry(Portal.class, Portal::parse),
                Map.entry(Seconds.class, Seconds::parse),
                Map.entry(Mebibytes.class, Mebibytes::parse),
                Map.entry(Megahertz.class, Megahertz::parse),
                Map.entry(LocalDate.class, LocalDate::parse),
                Map.entry(SecretRef.class, SecretRef::parse));
        types.forEach((type, parse) -> {
            JsonNode schema = ScalarSchema.of(type);
            Pattern pattern = Pattern.compile(schema.get("pattern").asText());
            schema.get("examples").forEach(example -> {
                assertThat(parse.apply(example.asText())).isInstanceOf(type);
                assertThat(pattern.matcher(example.asText()).find()).isTrue();
            });
            assertThat(pattern.matcher("nothing of it").find()).isFalse();
            assertThat(pattern.matcher("a {{ template }}").find()).isTrue();
        });
    }
}

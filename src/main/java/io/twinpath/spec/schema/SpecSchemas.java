package io.twinpath.spec.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Access;
import io.twinpath.model.shape.Shape;
import io.twinpath.spec.hardware.CatalogueReader;
import io.twinpath.spec.inventory.Inventory;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The schemas of one project: of its files, and of the parameters of its modules.
 *
 * @param kinds what a spec can declare
 * @param modules those that the project has
 */
public record SpecSchemas(Kinds kinds, SortedMap<String, Inventory.Module> modules) {

    /** Where {@code twinpath schema} puts them in a project. */
    public static final String FOLDER = ".twinpath/schema";

    /** The schema of files below {@code inventory/}, by its name in the folder of schemas. */
    public static final String INVENTORY = "inventory.json";

    /** That of {@code module.yml}. */
    public static final String MODULE = "module.json";

    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";

    public SpecSchemas {
        modules = Collections.unmodifiableSortedMap(new TreeMap<>(modules));
    }

    /** The comment by which a file of the project names its schema, without its mark. */
    public static String modeline(String file) {
        return modeline(file, FOLDER);
    }

    /** @param folder of the schemas, as seen from the project, or absolute */
    public static String modeline(String file, String folder) {
        long depth = file.chars().filter(c -> c == '/').count();
        String up = folder.startsWith("/") ? "" : "../".repeat((int) depth);
        return "yaml-language-server: $schema=" + up + folder + "/" + INVENTORY;
    }

    /** Every schema as JSON text, by its name in the folder of schemas. */
    public SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put(INVENTORY, text(inventory()));
        texts.put(MODULE, text(module()));
        modules.forEach((name, module) -> texts.put("modules/" + name + ".json", text(parameters(module))));
        return texts;
    }

    private static String text(ObjectNode schema) {
        return schema.toPrettyString() + "\n";
    }

    private ObjectNode document(String title, ObjectNode schema) {
        ObjectNode document = Parts.object().put("$schema", DRAFT).put("title", title);
        document.setAll(schema);
        document.put("title", title);
        return document;
    }

    private ObjectNode definitions(ObjectNode document) {
        ObjectNode definitions = document.putObject("definitions");
        new KindSchemas(kinds).define(definitions);
        new ModuleSchemas(modules).define(definitions);
        return definitions;
    }

    private ObjectNode inventory() {
        KindSchemas places = new KindSchemas(kinds);
        ObjectNode properties = places.siteKeys();
        properties.set("project", project());
        properties.set(
                "hosts", Parts.described(named(Parts.ref("host")), "Each host by its name: what is said of it alone."));
        properties.set(
                "groups",
                Parts.described(named(Parts.ref("group")), "Hosts that have something in common, and what that is."));
        properties.set("clusters", Parts.described(named(Parts.ref("cluster")), "Clusters by their names in vCenter."));
        properties.set(
                "hardware",
                Parts.described(
                        named(ShapeSchema.whole(CatalogueReader.shape())),
                        "NIC models beside those that Twinpath knows."));
        ObjectNode document = document("A file of a Twinpath inventory", Parts.closed(properties));
        ObjectNode definitions = definitions(document);
        definitions.set("host", body(Parts.object()));
        definitions.set("group", body(groupKeys()));
        definitions.set("cluster", cluster(places, definitions));
        return document;
    }

    private static ObjectNode named(ObjectNode each) {
        return Parts.orNothing(Parts.named(each));
    }

    /** What is said of hosts, with the keys that the owner has beside. */
    private ObjectNode body(ObjectNode properties) {
        common(properties);
        ObjectNode access = ShapeSchema.properties(Shape.of(Access.class), Set.of());
        properties.set("connect", Parts.described(Parts.closed(access), "How hosts are reached."));
        properties.setAll(new KindSchemas(kinds).hostKeys());
        return Parts.orNothing(Parts.closed(properties));
    }

    private static void common(ObjectNode properties) {
        properties.set("vars", Parts.described(Parts.orNothing(Parts.type("object")), "Variables for templates."));
        properties.set("use", Parts.ref("use"));
    }

    private static ObjectNode groupKeys() {
        ObjectNode properties = Parts.object();
        ObjectNode hosts = Parts.type("array", "null");
        hosts.set("items", Parts.type("string"));
        hosts.putArray("examples").addArray().add("esxi[1:3].lain.local");
        properties.set("hosts", Parts.described(hosts, "Names of hosts and ranges of names."));
        properties.set("children", Parts.described(Parts.list(Parts.type("string")), "Groups inside of this one."));
        properties.set(
                "parents", Parts.described(Parts.list(Parts.type("string")), "Groups that this one is inside of."));
        return properties;
    }

    private static ObjectNode cluster(KindSchemas places, ObjectNode definitions) {
        ObjectNode mapping =
                definitions.path("kind.cluster").path("anyOf").path(0).deepCopy();
        ObjectNode properties = mapping.withObject("/properties");
        common(properties);
        properties.set(
                "host_settings",
                Parts.described(Parts.orNothing(Parts.closed(places.hostKeys())), "Resources of all its hosts."));
        return mapping;
    }

    private static ObjectNode project() {
        ObjectNode connect = ShapeSchema.properties(Shape.of(Access.class), Set.of());
        connect.set("lab", Parts.described(Parts.type("string"), "A simulated site in place of real hosts."));
        ObjectNode properties = Parts.object();
        properties.set("name", Parts.described(Parts.text(), "What the project is called."));
        properties.set(
                "connect", Parts.described(Parts.closed(connect), "How all hosts and their vCenter are reached."));
        return Parts.described(Parts.closed(properties), "What the project says of itself. Once in a project.");
    }

    private ObjectNode module() {
        ObjectNode resources = new KindSchemas(kinds).hostKeys();
        resources.set("use", Parts.ref("use"));
        ObjectNode properties = Parts.object();
        properties.set("description", Parts.described(Parts.text(), "What the module is for."));
        properties.set(
                "parameters", Parts.described(named(ModuleSchemas.declaration()), "What a call gives, by name."));
        properties.set(
                "resources",
                Parts.described(
                        Parts.orNothing(Parts.closed(resources)), "What it declares, with the same keys as a host."));
        ObjectNode document = document("A Twinpath module", Parts.closed(properties));
        definitions(document);
        return document;
    }

    private ObjectNode parameters(Inventory.Module module) {
        ObjectNode document = document("What module " + module.name() + " takes", ModuleSchemas.parameters(module));
        document.putObject("definitions").set("template", Parts.template());
        return document;
    }
}

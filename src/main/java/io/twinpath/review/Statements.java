package io.twinpath.review;

import io.twinpath.kind.Kind;
import io.twinpath.model.Access;
import io.twinpath.model.Address;
import io.twinpath.model.ApiAccess;
import io.twinpath.model.Catalogue;
import io.twinpath.model.Desired;
import io.twinpath.model.Exact;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Origin;
import io.twinpath.model.Resource;
import io.twinpath.model.Spec;
import io.twinpath.model.Value;
import io.twinpath.model.Way;
import io.twinpath.model.shape.Shape;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Takes a version apart into what it says. Groups, files and modules are ways of saying and no part of it. */
final class Statements {

    static final String CONNECT = "connect";
    static final String HARDWARE = "hardware";
    static final String EXACT = "exact";

    private final Version version;
    private final SortedMap<Address, Statement> all = new TreeMap<>();

    private Statements(Version version) {
        this.version = version;
    }

    static SortedMap<Address, Statement> of(Version version) {
        Statements statements = new Statements(version);
        Spec spec = version.spec();
        statements.project(spec.project());
        spec.hosts().forEach(statements::host);
        spec.exact().forEach(statements::exact);
        version.catalogue().models().forEach(statements::model);
        for (Resource<?> resource : spec.resources().values()) {
            version.kinds().kind(resource.address().kind()).ifPresent(kind -> statements.resource(kind, resource));
        }
        return statements.all;
    }

    private <D extends Record & Desired> void resource(Kind<D> kind, Resource<?> resource) {
        add(new Statement(
                resource.address(),
                resource.desired(),
                () -> resource.desired()
                        .map(d -> kind.shape().managed(kind.type().cast(d)))
                        .orElseGet(() -> new Value.Fields(Map.of())),
                resource.desired().isEmpty(),
                Optional.of(resource.declaredAt()),
                resource.origins()));
    }

    private void host(String name, Access access) {
        add(new Statement(
                Address.onHost(CONNECT, name, "host"),
                access,
                () -> Shape.of(Access.class).managed(access),
                false,
                Optional.ofNullable(version.origins().hosts().get(name)),
                version.origins().access().getOrDefault(name, Map.of())));
    }

    /** Its name is for people only. */
    private void project(Spec.Project project) {
        Map<FieldPath, List<Origin>> origins = new HashMap<>();
        version.origins()
                .access()
                .getOrDefault(Way.VCENTER, Map.of())
                .forEach((path, chain) -> origins.put(below("vcenter", path), chain));
        Supplier<Value.Fields> encoded = () -> {
            Map<String, Value> fields = new LinkedHashMap<>();
            project.lab().ifPresent(lab -> fields.put("lab", Value.text(lab)));
            project.vcenter()
                    .ifPresent(
                            v -> fields.put("vcenter", Shape.of(ApiAccess.class).managed(v)));
            return new Value.Fields(fields);
        };
        add(new Statement(
                Address.inSite(CONNECT, "project"),
                List.of(project.lab(), project.vcenter()),
                encoded,
                false,
                Optional.empty(),
                origins));
    }

    private static FieldPath below(String head, FieldPath path) {
        FieldPath whole = FieldPath.of(head);
        for (String segment : path.segments()) {
            whole = whole.then(segment);
        }
        return whole;
    }

    private void exact(Exact exact) {
        String name = exact.kind() + exact.parent().map(p -> " of " + p).orElse("");
        add(new Statement(
                Address.onHost(EXACT, exact.host(), name),
                exact.mode(),
                () -> new Value.Fields(Map.of("undeclared", Value.text(undeclared(exact.mode())))),
                false,
                Optional.of(exact.declaredAt()),
                Map.of()));
    }

    private static String undeclared(Exact.Mode mode) {
        return switch (mode) {
            case REPORT -> "reported";
            case DELETE -> "deleted";
        };
    }

    private void model(String name, Catalogue.Model model) {
        add(new Statement(
                Address.inSite(HARDWARE, name),
                List.of(model.ids(), model.drivers()),
                () -> new Value.Fields(Map.of(
                        "ids",
                        texts(model.ids().stream()
                                .map(Object::toString)
                                .sorted()
                                .toList()),
                        "drivers",
                        drivers(model.drivers()))),
                false,
                Optional.empty(),
                Map.of()));
    }

    private static Value drivers(SortedMap<String, List<String>> byRelease) {
        Map<String, Value> values = new LinkedHashMap<>();
        byRelease.forEach((release, names) -> values.put(release, texts(names)));
        return new Value.Fields(values);
    }

    private static Value texts(List<String> texts) {
        return new Value.Items(texts.stream().map(Value::text).toList());
    }

    private void add(Statement statement) {
        all.put(statement.address(), statement);
    }
}

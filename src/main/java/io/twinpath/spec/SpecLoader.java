package io.twinpath.spec;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Diagnostics;
import io.twinpath.diag.Result;
import io.twinpath.diag.Span;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Access;
import io.twinpath.model.ApiAccess;
import io.twinpath.model.Catalogue;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Origin;
import io.twinpath.model.Origins;
import io.twinpath.model.Spec;
import io.twinpath.model.Value;
import io.twinpath.model.Way;
import io.twinpath.model.shape.Problems;
import io.twinpath.model.shape.Shape;
import io.twinpath.model.tree.Node;
import io.twinpath.spec.hardware.CatalogueReader;
import io.twinpath.spec.inventory.Inventory;
import io.twinpath.spec.inventory.InventoryProblem;
import io.twinpath.spec.inventory.InventoryReader;
import io.twinpath.spec.layer.HostExpansion;
import io.twinpath.spec.layer.Layer;
import io.twinpath.spec.layer.Merged;
import io.twinpath.spec.layer.Overrides;
import io.twinpath.spec.resolve.KindPlaces;
import io.twinpath.spec.resolve.Linker;
import io.twinpath.spec.resolve.ResourceReader;
import io.twinpath.spec.template.Scope;
import io.twinpath.spec.template.Templates;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Loads a project: from files to a typed spec, or to everything that is wrong with them. */
public final class SpecLoader {

    /** Templates that were begun before the first load, which takes them. */
    private static final AtomicReference<@Nullable Templates> AHEAD = new AtomicReference<>();

    private static final AtomicBoolean LOADED = new AtomicBoolean();

    private final SourceReader sources;
    private final ProjectFiles files;
    private final LoadOptions options;
    private final Diagnostics into = new Diagnostics();
    private final Templates templates = templates();
    private final Map<String, Span> usedAt = new HashMap<>();
    private final SortedMap<String, Access> access = new TreeMap<>();
    private final SortedMap<String, Value.Fields> vars = new TreeMap<>();
    private final Map<String, Map<FieldPath, List<Origin>>> varOrigins = new HashMap<>();
    private final Map<String, Map<FieldPath, List<Origin>>> accessOrigins = new HashMap<>();
    private final Map<String, Span> hostsAt = new HashMap<>();

    private SpecLoader(ProjectFiles files, LoadOptions options) {
        this.files = files;
        this.options = options;
        this.sources = new SourceReader(files, into, templates::foresee);
    }

    /**
     * Begins what the first load of a process will need for a file with this text, beside other work. For programs that know the files
     * before they come to load them; nothing depends on it, and after the first load it does nothing.
     */
    public static void foresee(String text) {
        if (Templates.holds(text) && AHEAD.get() == null && !LOADED.get()) {
            Templates begun = new Templates();
            begun.foresee(text);
            AHEAD.set(begun);
        }
    }

    private static Templates templates() {
        LOADED.set(true);
        Templates begun = AHEAD.getAndSet(null);
        return begun == null ? new Templates() : begun;
    }

    /** Reads everything; never throws for what the files hold. */
    public static Loading load(ProjectFiles files, LoadOptions options) {
        return new SpecLoader(files, options).load();
    }

    private Loading load() {
        List<String> names = files.inventory();
        if (names.isEmpty()) {
            return new Loading(Result.failed(InventoryProblem.describe(new InventoryProblem.NoInventory())), Map.of());
        }
        SortedMap<String, Node.Mapping> trees = sources.trees(names);
        Catalogue catalogue = CatalogueReader.standardAnd(trees.values(), into);
        Kinds kinds = options.kinds().apply(catalogue);
        InventoryReader reader = new InventoryReader(KindPlaces.hostKeys(kinds), KindPlaces.siteKeys(kinds), into);
        trees.values().forEach(reader::add);
        SortedMap<String, Node.Mapping> modules = sources.trees(files.modules());
        KindPlaces.foresee(kinds, List.of(trees.values(), modules.values()));
        modules.forEach(reader::addModule);
        Loaded loaded = loaded(reader.inventory(), kinds, catalogue);
        return new Loading(result(loaded), texts());
    }

    private Result<Loaded> result(Loaded loaded) {
        List<Diagnostic> found = Refinement.of(into, usedAt, sources.incomplete());
        return found.stream().anyMatch(Diagnostic::isError)
                ? new Result.Failed<>(found)
                : new Result.Ok<>(loaded, found);
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>(sources.texts());
        texts.put(Overrides.SOURCE, String.join("\n", options.set()));
        return texts;
    }

    private Loaded loaded(Inventory inventory, Kinds kinds, Catalogue catalogue) {
        KindPlaces places = new KindPlaces(kinds, inventory.hosts().keySet());
        Overrides overrides = new Overrides(options.set(), places, into);
        Diagnostics read = new Diagnostics();
        ResourceReader resources = new ResourceReader(places, templates, read);
        HostExpansion expansion = new HostExpansion(inventory, templates, overrides, into);
        try (Beside beside = new Beside("resources", inventory.hosts().size())) {
            for (Inventory.Host host : inventory.hosts().values()) {
                if (expansion.exhausted()) {
                    break;
                }
                HostExpansion.Expanded expanded = expansion.expand(host);
                expanded.usedAt().forEach(usedAt::putIfAbsent);
                vars.put(expanded.host(), (Value.Fields)
                        value(fields(expanded.vars(), host.key().span())));
                hostsAt.put(expanded.host(), host.key().span());
                varOrigins.put(expanded.host(), expanded.origins());
                beside.then(() -> {
                    resources.host(expanded.host(), expanded.body());
                    access(expanded, read);
                });
            }
        }
        site(inventory, places, overrides, resources);
        into.addAll(read.sorted());
        Spec spec = new Spec(
                new Spec.Project(inventory.project().name(), inventory.project().lab(), vcenter(inventory)),
                access,
                new TreeMap<>(inventory.groups().members()),
                expansion.exhausted()
                        ? new TreeMap<>()
                        : new Linker(resources, kinds, inventory.hosts().keySet(), into).resources(),
                resources.exact());
        if (!expansion.exhausted()) {
            overrides.reportUnused(
                    spec.resources().keySet().stream().map(Object::toString).toList());
        }
        return new Loaded(spec, kinds, catalogue, vars, new Origins(varOrigins, accessOrigins, hostsAt));
    }

    private void access(HostExpansion.Expanded host, Diagnostics read) {
        Node node = host.connect().node(List.of());
        accessOrigins(host.host(), host.connect());
        if (host.connect().children().isEmpty()) {
            access.put(host.host(), Access.unspecified());
        } else if (!templates.isBroken(node)) {
            Shape.of(Access.class)
                    .decode(node, new Problems("the access to a host", host.host(), read))
                    .ifPresent(a -> access.put(host.host(), a));
            AccessRules.host(host.host(), node, read);
        }
    }

    private void accessOrigins(String place, Merged connect) {
        Map<FieldPath, List<Origin>> origins = new HashMap<>();
        connect.origins(FieldPath.ROOT, origins);
        accessOrigins.put(place, origins);
    }

    private Optional<ApiAccess> vcenter(Inventory inventory) {
        Optional<Node> node =
                inventory.project().vcenter().map(m -> templates.render(m, templates.scope(Map.of()), into));
        node.ifPresent(n -> {
            AccessRules.vcenter(n, into);
            Merged merged = Merged.root(Way.VCENTER, n.span());
            merged.apply(Layer.project(), n, inventory.project().vcenter().orElseThrow());
            accessOrigins(Way.VCENTER, merged);
        });
        return node.filter(n -> !templates.isBroken(n))
                .flatMap(n ->
                        Shape.of(ApiAccess.class).decode(n, new Problems("the access to vCenter", Way.VCENTER, into)));
    }

    private void site(Inventory inventory, KindPlaces places, Overrides overrides, ResourceReader resources) {
        Map<String, Object> groups = new LinkedHashMap<>();
        inventory.groups().members().forEach((name, hosts) -> groups.put(name, List.copyOf(hosts)));
        Scope scope = templates.scope(Map.of("groups", groups));
        Layer declaration = Layer.declaration();
        for (Kind<?> kind : places.site()) {
            String key = kind.placement().keys().getFirst();
            Merged objects = Merged.root(key, Span.of(key, 1, 1, 0));
            for (Node.Entry entry : inventory.site().getOrDefault(key, List.of())) {
                Node rendered = templates.render(entry.value(), scope, into);
                objects.put(declaration, entry.key(), rendered, entry.value());
            }
            overrides.applyToSite(kind.name(), objects);
            resources.site(kind, objects);
        }
    }

    private static Node.Mapping fields(Map<String, Node> values, Span at) {
        return new Node.Mapping(
                values.entrySet().stream()
                        .map(e -> new Node.Entry(new Node.Scalar(e.getKey(), false, at), e.getValue()))
                        .toList(),
                at);
    }

    private static Value value(Node node) {
        return switch (node) {
            case Node.Scalar s -> Value.text(s.text());
            case Node.Sequence s ->
                new Value.Items(s.items().stream().map(SpecLoader::value).toList());
            case Node.Mapping m -> {
                Map<String, Value> values = new LinkedHashMap<>();
                m.entries().forEach(e -> values.put(e.key().text(), value(e.value())));
                yield new Value.Fields(values);
            }
        };
    }
}

package io.twinpath.importer;

import io.twinpath.diag.Result;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Desired;
import io.twinpath.model.Resource;
import io.twinpath.model.Value;
import io.twinpath.spec.LoadOptions;
import io.twinpath.spec.Loaded;
import io.twinpath.spec.MemoryFiles;
import io.twinpath.spec.SpecLoader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a call of a module says what a host has. The module is loaded with the call, as it would be from the files, and
 * everything that it declares has to be among what was found.
 *
 * @param module the module's text
 */
record ModuleCheck(String module, Kinds kinds) {

    /** What the module declares for the host; empty when the host has anything of it otherwise. */
    Optional<Leaves> declared(HostDraft host, MultipathCall call) {
        Value use = MultipathCall.use(call.arguments(new Value.Whole(call.number()), Value.text(call.iqn())));
        Leaves cards = host.only("cards");
        Leaves body = cards.plus(new Leaves(Map.of(List.of("use"), use)));
        Value.Fields document = new Value.Fields(
                Map.of("hosts", new Value.Fields(Map.of(host.host(), body.tree())), "project", project()));
        String text = Page.of(List.of(), document, Map.of(), Set.of());
        MemoryFiles files = new MemoryFiles(Map.of("inventory/site.yml", text, MultipathCall.FILE, module));
        Result<Loaded> loaded = SpecLoader.load(files, new LoadOptions(List.of(), catalogue -> kinds))
                .result();
        if (!(loaded instanceof Result.Ok<Loaded> ok)) {
            return Optional.empty();
        }
        Leaves declared = ok.value()
                .spec()
                .onHost(host.host())
                .filter(r -> !r.address().kind().equals("card"))
                .map(this::leaves)
                .reduce(Leaves.NONE, Leaves::plus);
        return Optional.of(declared).filter(d -> !d.isEmpty() && found(host, call, d));
    }

    /**
     * A host does not tell which devices follow a rule, only which somebody set by hand. So the policy of a vendor's devices holds
     * when a rule for the vendor does and no device was set by hand.
     */
    private static boolean found(HostDraft host, MultipathCall call, Leaves declared) {
        Map<List<String>, Value> told = new LinkedHashMap<>(declared.byPath());
        String vendor = String.valueOf(call.shared().get("vendor"));
        told.keySet()
                .removeIf(path ->
                        startsWith(path, "multipath", "vendors") && path.get(2).equals(vendor));
        boolean byHand = host.whole().byPath().keySet().stream().anyMatch(p -> startsWith(p, "multipath", "devices"));
        return !byHand && host.whole().holds(new Leaves(told));
    }

    private static boolean startsWith(List<String> path, String first, String second) {
        return path.size() > 2 && path.get(0).equals(first) && path.get(1).equals(second);
    }

    private static Value project() {
        return new Value.Fields(Map.of("name", Value.text("check")));
    }

    private Leaves leaves(Resource<?> resource) {
        return kinds.kind(resource.address().kind())
                .map(kind -> leaves(kind, resource))
                .orElse(Leaves.NONE);
    }

    private static <D extends Record & Desired> Leaves leaves(Kind<D> kind, Resource<?> resource) {
        return resource.desired()
                .map(kind.type()::cast)
                .map(value -> new Written<>(kind, resource.address(), value, Written.fields(kind, value)).placed())
                .orElse(Leaves.NONE);
    }
}

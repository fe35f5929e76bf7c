package io.twinpath.spec.layer;

import io.twinpath.diag.Diagnostics;
import io.twinpath.model.Origin;
import io.twinpath.model.tree.Node;
import io.twinpath.spec.inventory.Body;
import io.twinpath.spec.inventory.Inventory;
import io.twinpath.spec.inventory.InventoryProblem;
import io.twinpath.spec.inventory.Parameter;
import io.twinpath.spec.template.Templates;
import io.twinpath.spec.yaml.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The modules that a body brings in, with those that these bring in. The same for all hosts; checked once.
 */
public final class Calls {

    private final SortedMap<String, Inventory.Module> modules;
    private final Diagnostics into;
    private int made;
    private boolean refused;

    /**
     * One call, ready for every host.
     *
     * @param inner the calls that the module makes itself
     * @param templated whether anything in the module's body has to be rendered
     */
    public record Call(Layer layer, Body.Use use, Inventory.Module module, List<Call> inner, boolean templated) {
        public Call {
            inner = List.copyOf(inner);
        }
    }

    public Calls(SortedMap<String, Inventory.Module> modules, Diagnostics into) {
        this.modules = modules;
        this.into = into;
    }

    /** The calls of a body; unknown modules, circles, and unknown and missing parameters are reported and left out. */
    public List<Call> of(Body body, Layer caller) {
        made = 0;
        return of(body, caller, List.of());
    }

    private List<Call> of(Body body, Layer caller, List<String> chain) {
        List<Call> calls = new ArrayList<>();
        for (Body.Use use : body.uses()) {
            String name = use.module().text();
            if (refused) {
                return calls; // said once; the number of ways through them has no end
            }
            Inventory.Module module = modules.get(name);
            if (module == null) {
                into.add(InventoryProblem.describe(
                        new InventoryProblem.UnknownModule(use.module().span(), name, modules.keySet())));
            } else if (chain.contains(name)) {
                List<String> circle = new ArrayList<>(chain.subList(chain.indexOf(name), chain.size()));
                circle.add(name);
                into.add(InventoryProblem.describe(
                        new InventoryProblem.ModuleCircle(use.module().span(), circle)));
            } else if (++made > Limits.MODULE_CALLS || chain.size() == Limits.DEPTH) {
                refused = true;
                into.add(InventoryProblem.describe(
                        new InventoryProblem.TooManyModules(use.module().span())));
            } else if (argumentsFit(use, module)) {
                calls.add(call(use, module, caller, chain));
            }
        }
        return calls;
    }

    private Call call(Body.Use use, Inventory.Module module, Layer caller, List<String> chain) {
        Layer layer = Layer.module(module.name(), caller, arguments(use, module, caller));
        List<String> longer = new ArrayList<>(chain);
        longer.add(module.name());
        boolean templated = Templates.holds(module.body().resources());
        return new Call(layer, use, module, of(module.body(), layer, longer), templated);
    }

    private static Map<String, Origin> arguments(Body.Use use, Inventory.Module module, Layer caller) {
        Map<String, Origin> given = new HashMap<>();
        Layer defaults = Layer.module(module.name(), caller);
        for (Parameter parameter : module.parameters().values()) {
            Optional<Origin> argument = use.with()
                    .value(parameter.name())
                    .map(caller::origin)
                    .or(() -> parameter.fallback().map(defaults::origin));
            argument.ifPresent(origin -> given.put(parameter.name(), origin));
        }
        return given;
    }

    private boolean argumentsFit(Body.Use use, Inventory.Module module) {
        boolean good = true;
        for (Node.Entry argument : use.with().entries()) {
            if (!module.parameters().containsKey(argument.key().text())) {
                good = false;
                into.add(InventoryProblem.describe(new InventoryProblem.UnknownParameter(
                        argument.key().span(),
                        module.name(),
                        argument.key().text(),
                        module.parameters().keySet())));
            }
        }
        for (Parameter parameter : module.parameters().values()) {
            if (parameter.required()
                    && parameter.fallback().isEmpty()
                    && use.with().value(parameter.name()).isEmpty()) {
                good = false;
                into.add(InventoryProblem.describe(new InventoryProblem.MissingParameter(
                        use.module().span(),
                        module.name(),
                        parameter.name(),
                        parameter.type().title(),
                        parameter.key().span())));
            }
        }
        return good;
    }
}

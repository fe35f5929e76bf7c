package io.twinpath.kind.kernelmodule;

import io.twinpath.diag.Diagnostics;
import io.twinpath.diag.Nearest;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Placement;
import io.twinpath.model.Change;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Resource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Kernel modules. */
public final class KernelModuleKind implements Kind<KernelModule> {

    static final String KIND = "kernel_module";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e&&[^\"'=]]{0,200}");

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String title() {
        return "a kernel module";
    }

    @Override
    public Class<KernelModule> type() {
        return KernelModule.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostNamed("kernel_modules");
    }

    @Override
    public void check(Resource<KernelModule> resource, Diagnostics into) {
        String name = resource.address().name();
        if (!NAME.matcher(name).matches()) {
            into.add(KindProblem.malformed(resource, FieldPath.ROOT, name, "a kernel module's name, such as qfle3"));
        }
        if (resource.desired().isEmpty()) {
            into.add(KindProblem.cannotBeAbsent(resource, "To keep it from being loaded, write \"enabled: false\"."));
        }
        resource.desired().map(KernelModule::parameters).orElseGet(Map::of).forEach((parameter, value) -> {
            FieldPath path = FieldPath.of("parameters", parameter);
            if (!NAME.matcher(parameter).matches()) {
                into.add(KindProblem.malformed(resource, path, parameter, "a parameter's name"));
            }
            if (!VALUE.matcher(value).matches()) {
                into.add(KindProblem.malformed(
                        resource, path, value, "a value of one word, such as 4 or 8,8,0,0, without quotes"));
            }
        });
    }

    @Override
    public Optional<Obstacle> obstacle(Resource<KernelModule> resource, Observed<KernelModule> observed) {
        String name = resource.address().name();
        return switch (observed) {
            case Observed.Absent<KernelModule> a ->
                Optional.of(new Obstacle.Unsupported("This host has no kernel module " + name
                        + "; drivers come and go with packages and releases."));
            case Observed.Present<KernelModule> p ->
                resource.desired().flatMap(d -> unknown(name, d, p.value())).map(Obstacle.Unsupported::new);
            case Observed.Unreadable<KernelModule> u -> Optional.empty();
        };
    }

    /** The API does not tell which parameters there are; the module itself takes no notice of others. */
    private static Optional<String> unknown(String module, KernelModule wanted, KernelModule found) {
        return wanted.parameters().keySet().stream()
                .filter(parameter -> found.api().isEmpty())
                .filter(parameter -> !found.takes().contains(parameter))
                .findFirst()
                .map(parameter -> {
                    List<String> hints = Nearest.hint(parameter, found.takes());
                    return "The module " + module + " of this host has no parameter " + parameter + "."
                            + (hints.isEmpty() ? "" : " " + String.join(" ", hints));
                });
    }

    /** A default that is asked for is there when nothing is set. */
    @Override
    public KernelModule settle(KernelModule desired, KernelModule observed) {
        Map<String, String> parameters = new TreeMap<>(desired.parameters());
        parameters
                .entrySet()
                .removeIf(e -> e.getValue().isEmpty() && !observed.parameters().containsKey(e.getKey()));
        return new KernelModule(
                desired.enabled(), Collections.unmodifiableMap(parameters), desired.loaded(), desired.takes());
    }

    @Override
    public List<String> notes(Change<KernelModule> change) {
        return change instanceof Change.Update<KernelModule>
                ? List.of("It takes effect when the host starts the next time; Twinpath restarts no host.")
                : List.of();
    }

    @Override
    public boolean asInstalled(KernelModule observed) {
        return observed.parameters().isEmpty() && observed.enabled().equals(observed.loaded());
    }

    @Override
    public List<Binding<KernelModule>> bindings() {
        return List.of(new KernelModuleSsh(), new KernelModuleApi());
    }
}

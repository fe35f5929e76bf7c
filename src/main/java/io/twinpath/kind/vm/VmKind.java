package io.twinpath.kind.vm;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Needs;
import io.twinpath.kind.Placement;
import io.twinpath.model.Address;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Virtual machines. */
public final class VmKind implements Kind<Vm> {

    private static final Pattern RESERVATION = Pattern.compile("full|0|[1-9][0-9]{0,9}");
    private static final Pattern LIMIT = Pattern.compile("unlimited|0|[1-9][0-9]{0,9}");
    private static final Pattern SHARES = Pattern.compile("low|normal|high|0|[1-9][0-9]{0,9}");

    @Override
    public String name() {
        return "vm";
    }

    @Override
    public String title() {
        return "a virtual machine";
    }

    @Override
    public Class<Vm> type() {
        return Vm.class;
    }

    @Override
    public Placement placement() {
        return Placement.site("vms");
    }

    @Override
    public void check(Resource<Vm> resource, Diagnostics into) {
        resource.desired().ifPresent(vm -> {
            vm.cpu().ifPresent(cpu -> {
                amount("cpu.reservation", cpu.reservation(), RESERVATION, resource, into);
                amount("cpu.limit", cpu.limit(), LIMIT, resource, into);
                amount("cpu.shares", cpu.shares(), SHARES, resource, into);
            });
            vm.memory().ifPresent(memory -> {
                amount("memory.reservation", memory.reservation(), RESERVATION, resource, into);
                amount("memory.limit", memory.limit(), LIMIT, resource, into);
                amount("memory.shares", memory.shares(), SHARES, resource, into);
            });
        });
    }

    private static void amount(
            String path, Optional<String> text, Pattern form, Resource<?> resource, Diagnostics into) {
        text.filter(t -> !form.matcher(t).matches())
                .ifPresent(t -> into.add(KindProblem.malformed(
                        resource,
                        new FieldPath(List.of(path.split("\\."))),
                        t,
                        "a whole number or one of the words "
                                + form.pattern().replaceAll("\\|0.*", "").replace("|", ", "))));
    }

    @Override
    public Set<Address> requires(Address self, Vm value) {
        return value.cluster().map(c -> Needs.inSite("cluster", c)).orElseGet(Set::of);
    }

    @Override
    public List<Binding<Vm>> bindings() {
        return List.of();
    }
}

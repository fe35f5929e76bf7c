package io.twinpath.kind.vm;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.DasSettings;
import io.twinpath.kind.Script;
import io.twinpath.model.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The calls that bring a virtual machine from one state to another. */
final class VmScript {

    private VmScript() {}

    /** Settings before moves, since a setting may be what lets it move; the cluster's overrides last. */
    static List<Command> of(Change.Update<Vm> change) {
        Vm before = change.observed();
        Vm after = change.target();
        Handle machine = new Handle.Named("VirtualMachine", change.address().name());
        boolean off = before.runs() && NeedsPowerOff.between(before, after).isPresent();
        // The reversal is made from facts; only a spec knows none, and only its change is meant for the version that
        // was read.
        boolean forward = change.resource().desired().flatMap(Vm::facts).isEmpty();
        Optional<String> mark = before.facts().flatMap(VmFacts::changeVersion).filter(v -> forward && !off);
        List<Command> commands = new ArrayList<>();
        if (off) {
            commands.add(MethodCommand.of(machine, "PowerOffVM_Task"));
        }
        VmWords.spec(before, after, mark)
                .ifPresent(spec -> commands.add(MethodCommand.of(machine, "ReconfigVM_Task", spec)));
        relocation(before, after).ifPresent(spec -> commands.add(MethodCommand.of(machine, "RelocateVM_Task", spec)));
        if (off) {
            commands.add(MethodCommand.of(machine, "PowerOnVM_Task"));
        }
        overrides(change.address().name(), before, after).ifPresent(commands::add);
        return List.copyOf(commands);
    }

    /** Disks that lie elsewhere than they are to, and another host; the resource pool stays. */
    private static Optional<Node> relocation(Vm before, Vm after) {
        List<Node> disks = new ArrayList<>();
        after.disks().forEach((label, disk) -> {
            Optional<Disk> found = Optional.ofNullable(before.disks().get(label));
            if (found.isPresent() && Script.differs(found.flatMap(Disk::datastore), disk.datastore())) {
                disks.add(Node.object(
                        "disk",
                        "VirtualMachineRelocateSpecDiskLocator",
                        Node.number("diskId", found.flatMap(Disk::key).orElse(0)),
                        Node.reference(
                                "datastore",
                                new Handle.Named("Datastore", disk.datastore().orElseThrow()))));
            }
        });
        Optional<Node> host = Script.differs(before.host(), after.host())
                ? after.host().map(h -> Node.reference("host", new Handle.Named("HostSystem", h)))
                : Optional.empty();
        return disks.isEmpty() && host.isEmpty()
                ? Optional.empty()
                : Optional.of(Node.build("spec", "VirtualMachineRelocateSpec")
                        .put(host)
                        .putAll(disks)
                        .end());
    }

    /** They live in the cluster. */
    private static Optional<Command> overrides(String name, Vm before, Vm after) {
        Handle machine = new Handle.Named("VirtualMachine", name);
        List<Node> fields = new ArrayList<>();
        DasSettings hadHa = before.ha().map(VmHa::settings).orElse(DasSettings.NONE);
        DasSettings ha = after.ha().map(VmHa::settings).orElse(DasSettings.NONE);
        if (after.ha().isPresent() && !ha.equals(hadHa)) {
            fields.add(override(
                    "dasVmConfigSpec",
                    "ClusterDasVmConfig",
                    machine,
                    hadHa.equals(DasSettings.NONE),
                    ha.equals(DasSettings.NONE) ? Optional.empty() : Optional.of(List.of(ha.node("dasSettings")))));
        }
        VmDrs hadDrs = before.drs().orElse(VmDrs.NONE);
        VmDrs drs = after.drs().orElse(VmDrs.NONE);
        if (after.drs().isPresent() && !drs.equals(hadDrs)) {
            fields.add(override(
                    "drsVmConfigSpec",
                    "ClusterDrsVmConfig",
                    machine,
                    hadDrs.equals(VmDrs.NONE),
                    drs.equals(VmDrs.NONE) ? Optional.empty() : Optional.of(fields(drs))));
        }
        return fields.isEmpty()
                ? Optional.empty()
                : before.cluster()
                        .map(cluster -> MethodCommand.of(
                                new Handle.Named("ClusterComputeResource", cluster),
                                "ReconfigureComputeResource_Task",
                                Node.object("spec", "ClusterConfigSpecEx", fields),
                                Node.flag("modify", true)));
    }

    private static List<Node> fields(VmDrs drs) {
        List<Node> fields = new ArrayList<>();
        drs.enabled().ifPresent(e -> fields.add(Node.flag("enabled", e)));
        drs.automation().ifPresent(a -> fields.add(Node.plain("behavior", "DrsBehavior", a.word())));
        return fields;
    }

    private static Node override(
            String field, String type, Handle machine, boolean first, Optional<List<Node>> settings) {
        String operation = settings.isEmpty() ? "remove" : first ? "add" : "edit";
        return Node.build(field, type + "Spec")
                .put(Node.plain("operation", "ArrayUpdateOperation", operation))
                .put(settings.isEmpty() ? Optional.of(Node.reference("removeKey", machine)) : Optional.<Node>empty())
                .put(settings.map(fields -> Node.build("info", type + "Info")
                        .put(Node.reference("key", machine))
                        .putAll(fields)
                        .end()))
                .end();
    }
}

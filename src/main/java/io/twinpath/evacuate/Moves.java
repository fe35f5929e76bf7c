package io.twinpath.evacuate;

import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.MethodQuery;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The calls of a move. Within a cluster: the resource pool stays as it is, and so do all reservations. */
public final class Moves {

    private static final Handle CHECKER = new Handle.Service("vmProvisioningChecker");

    private Moves() {}

    /** Asks the server whether it would do it. */
    public static MethodQuery check(Decision.Goes move) {
        return MethodQuery.of(CHECKER, "CheckRelocate_Task", Node.reference("vm", machine(move.machine())), spec(move));
    }

    public static MethodCommand command(Decision.Goes move) {
        return MethodCommand.of(machine(move.machine()), "RelocateVM_Task", spec(move));
    }

    /** Sets what lets a machine move; nothing else of it is touched. */
    public static MethodCommand overrides(String machine, SortedMap<String, String> settings) {
        List<Node> options = settings.entrySet().stream()
                .map(e -> Node.object(
                        "extraConfig",
                        "OptionValue",
                        Node.string("key", e.getKey()),
                        Node.string("value", e.getValue())))
                .toList();
        return MethodCommand.of(
                machine(machine), "ReconfigVM_Task", Node.object("spec", "VirtualMachineConfigSpec", options));
    }

    /**
     * What the server has against a move, in its own words; empty when nothing. Faults are in the result of a check that
     * succeeded. A server that knows no such check has nothing against it.
     */
    public static Optional<String> refusal(Decision.Goes move, Replies replies) throws UnreadableException {
        MethodQuery check = check(move);
        Optional<Reply> reply = replies.reply(check);
        if (reply.filter(r -> r.body().startsWith("MethodNotFound") || r.body().startsWith("NotSupported"))
                .isPresent()) {
            return Optional.empty();
        }
        for (Node result : replies.result(check).all("returnval")) {
            for (Node error : result.all("error")) {
                String fault = error.child("fault").map(Node::type).orElse("");
                String text =
                        error.text("localizedMessage").filter(t -> !t.isBlank()).orElse(fault);
                return Optional.of(text.equals(fault) ? fault : text + (fault.isEmpty() ? "" : " (" + fault + ")"));
            }
        }
        return Optional.empty();
    }

    private static Node spec(Decision.Goes move) {
        return Node.object(
                "spec",
                "VirtualMachineRelocateSpec",
                Node.reference("host", new Handle.Named("HostSystem", move.to())));
    }

    private static Handle machine(String name) {
        return new Handle.Named("VirtualMachine", name);
    }
}

package io.twinpath.driver;

import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A method of the vSphere API that changes something. One whose name ends in {@code _Task} is followed to its end by the
 * driver: the reply is the task's result, or its fault.
 *
 * <p>It stands in plans, so it names objects by what outlives a session: no {@link Handle.Found} anywhere in it.
 *
 * @param args in the order of the method's description
 */
public record MethodCommand(Handle on, String method, List<Node> args) implements Command {

    /** How deep arguments may nest; the deepest known, a change of a disk's backing, needs ten. */
    public static final int DEEPEST = 20;

    private static final Pattern METHOD = Pattern.compile("[A-Z][A-Za-z0-9]{2,79}(_Task)?");

    public MethodCommand {
        args = List.copyOf(args);
        if (!METHOD.matcher(method).matches()) {
            throw new IllegalArgumentException("not the name of a method: " + method);
        }
        if (ReadingMethods.NAMES.contains(method)) {
            throw new IllegalArgumentException("a method that only reads is a query: " + method);
        }
        if (!on.lasts() || !args.stream().allMatch(Node::lasts)) {
            throw new IllegalArgumentException("a command names no object by a reference of one session: " + method);
        }
        if (args.stream().anyMatch(a -> a.depth() > DEEPEST)) {
            throw new IllegalArgumentException("arguments nested deeper than " + DEEPEST + ": " + method);
        }
    }

    public static MethodCommand of(Handle on, String method, Node... args) {
        return new MethodCommand(on, method, List.of(args));
    }

    /** {@code HostNetworkSystem.UpdateVirtualSwitch(vSwitch1, …)}: objects as an ellipsis, see {@link #toString}. */
    @Override
    public String typed() {
        return on.shown() + "." + method + args.stream().map(Node::brief).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Whole, but for secrets. */
    @Override
    public String toString() {
        return on.shown() + "." + method
                + args.stream().map(Node::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}

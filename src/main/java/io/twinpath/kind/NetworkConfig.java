package io.twinpath.kind;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a host takes by {@code UpdateNetworkConfig} only: changes of a TCP/IP stack, and several changes in one. Always with
 * {@code modify}, since {@code replace} would take away all that is not said.
 */
public final class NetworkConfig {

    /** The manager of a host's network. */
    public static final Handle NETWORK = new Handle.Manager("networkSystem");

    /** The path of a host's stacks. */
    public static final String STACKS = "config.network.netStackInstance";

    private NetworkConfig() {}

    /**
     * @param operation add, edit or remove
     * @param fields of the stack beside its key, in the order of its type
     */
    public static Command stack(String key, String operation, Node... fields) {
        List<Node> all = Stream.concat(Stream.of(Node.string("key", key)), Arrays.stream(fields))
                .toList();
        return modify(List.of(Node.object(
                "netStackSpec",
                "HostNetworkConfigNetStackSpec",
                Node.object("netStackInstance", "HostNetStackInstance", all),
                Node.string("operation", operation))));
    }

    /**
     * Several changes at once, which the host makes or refuses together.
     *
     * @param parts in the order of {@code HostNetworkConfig}
     */
    public static Command modify(List<Node> parts) {
        return MethodCommand.of(
                NETWORK,
                "UpdateNetworkConfig",
                Node.object("config", "HostNetworkConfig", parts),
                Node.string("changeMode", "modify"));
    }
}

package io.twinpath.kind;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a host takes about a TCP/IP stack, which it does by {@code UpdateNetworkConfig} only: always with {@code modify}, since
 * {@code replace} would take away all that is not said.
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
        return MethodCommand.of(
                NETWORK,
                "UpdateNetworkConfig",
                Node.object(
                        "config",
                        "HostNetworkConfig",
                        Node.object(
                                "netStackSpec",
                                "HostNetworkConfigNetStackSpec",
                                Node.object("netStackInstance", "HostNetStackInstance", all),
                                Node.string("operation", operation))),
                Node.string("changeMode", "modify"));
    }
}

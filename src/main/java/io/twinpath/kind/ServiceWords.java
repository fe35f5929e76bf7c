package io.twinpath.kind;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import java.util.List;
import java.util.Optional;

/** The words of {@code HostServiceSystem}, for services and for what has one of its own. */
public final class ServiceWords {

    private static final String PATH = "config.service.service";

    /** All services of a host, with whether they run and when they start. */
    public static final PropertyQuery LIST = HostProperties.query(PATH);

    private static final Handle SYSTEM = new Handle.Manager("serviceSystem");

    private ServiceWords() {}

    /** A service by its key, such as {@code ntpd}. */
    public static Optional<Node> service(Replies replies, String key) throws UnreadableException {
        return HostProperties.named(services(replies), key, "key");
    }

    /** All of them; no host has none. */
    public static List<Node> services(Replies replies) throws UnreadableException {
        List<Node> services = HostProperties.items(replies, LIST, PATH);
        if (services.isEmpty()) {
            throw new UnreadableException("The host told no services.");
        }
        return services;
    }

    /** {@code StartService}, {@code StopService} or {@code RestartService}. */
    public static Command turn(String method, String key) {
        return MethodCommand.of(SYSTEM, method, Node.string("id", key));
    }

    /** @param policy on, off or automatic */
    public static Command policy(String key, String policy) {
        return MethodCommand.of(SYSTEM, "UpdateServicePolicy", Node.string("id", key), Node.string("policy", policy));
    }
}

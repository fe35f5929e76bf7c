package io.twinpath.kind;

import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Properties of the host of a session. Of a host that it has lost a vCenter tells what it remembers or nothing at all, so the
 * state of the connection is asked for with everything.
 */
public final class HostProperties {

    private static final String STATE = "runtime.connectionState";

    private HostProperties() {}

    public static PropertyQuery query(String... paths) {
        List<String> all = new ArrayList<>(List.of(paths));
        all.add(STATE);
        return new PropertyQuery(new Handle.Host(), all);
    }

    /**
     * What the host has below a path, one node each; none where it has nothing.
     *
     * @throws UnreadableException when it was not asked or could not be read, or is not what the host has now
     */
    public static List<Node> items(Replies replies, PropertyQuery query, String path) throws UnreadableException {
        return of(replies, query).child(path).map(Node::items).orElseGet(List::of);
    }

    /** The one thing below a path. @throws UnreadableException as {@link #items} does, and when there is none */
    public static Node one(Replies replies, PropertyQuery query, String path) throws UnreadableException {
        return of(replies, query).required(path);
    }

    /** All paths, by their names. @throws UnreadableException as {@link #items} does */
    public static Node of(Replies replies, PropertyQuery query) throws UnreadableException {
        Node host = replies.object(query);
        String state = host.text(STATE).orElse("unknown");
        if (!state.equals("connected")) {
            throw new UnreadableException(
                    "The host's connection to its vCenter is \"" + state + "\", so what it has now is not known.");
        }
        return host;
    }

    /** The first item whose field has this text. */
    public static Optional<Node> named(List<Node> items, String text, String... field) {
        return items.stream()
                .filter(n -> n.text(field).filter(text::equals).isPresent())
                .findFirst();
    }
}

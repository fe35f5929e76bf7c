package io.twinpath.kind;

import io.twinpath.driver.vim.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the API wants to have back with every change although no spec speaks of it: a specification that is sent replaces the
 * former as a whole, and what it leaves out is lost. Records keep it, as it was read, in a field {@code api} that only the API
 * tells: by dotted names, so that people can review it and a plan's fingerprint covers it.
 */
public final class Echo {

    /** The field of a record that keeps it. */
    public static final String FIELD = "api";

    private final SortedMap<String, String> fields = new TreeMap<>();

    /** Keeps a field under the path on which it was read, when it is there. */
    public Echo keep(Node read, String... path) {
        read.text(path).ifPresent(text -> fields.put(String.join(".", path), text));
        return this;
    }

    /** Keeps a text under a name of its own. */
    public Echo put(String name, String text) {
        fields.put(name, text);
        return this;
    }

    /** Keeps fields below a node that was read on a path. */
    public Echo keepAll(Node read, String under, String... names) {
        Optional<Node> parent = read.at(under.split("\\."));
        for (String name : names) {
            parent.flatMap(p -> p.text(name)).ifPresent(text -> fields.put(under + "." + name, text));
        }
        return this;
    }

    public Map<String, String> fields() {
        return Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    /** The field to send, when it was read; its name is the last of the path. */
    public static Optional<Node> field(Map<String, String> kept, String path, String type) {
        return Optional.ofNullable(kept.get(path))
                .map(text -> Node.plain(path.substring(path.lastIndexOf('.') + 1), type, text));
    }

    /** What stands under none of the paths that begin so. */
    public static Map<String, String> without(Map<String, String> kept, String prefix) {
        SortedMap<String, String> rest = new TreeMap<>(kept);
        rest.keySet().removeIf(path -> path.startsWith(prefix));
        return Collections.unmodifiableMap(rest);
    }

    /** An object of these fields; none without any. */
    public static Optional<Node> object(String name, String type, List<Optional<Node>> fields) {
        List<Node> there = new ArrayList<>();
        fields.forEach(f -> f.ifPresent(there::add));
        return there.isEmpty() ? Optional.empty() : Optional.of(Node.object(name, type, there));
    }
}

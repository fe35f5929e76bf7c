package io.twinpath.kind.inventory;

import io.twinpath.driver.InventoryQuery;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import io.twinpath.kind.Vim;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The names of all objects of a type. Where several have the same, as in different folders or datacenters, each has something
 * of its own in brackets behind it, so that none is taken for another.
 *
 * @param names by reference
 * @param objects by name
 */
record Register(Map<Ref, String> names, Map<String, Node> objects) {

    /** @param own what else tells an object from others of its name */
    static Register of(Replies replies, InventoryQuery list, Function<Node, Optional<String>> own)
            throws UnreadableException {
        Set<String> once = new HashSet<>();
        Set<String> often = new HashSet<>();
        for (Node object : replies.objects(list)) {
            String name = Vim.name(object);
            if (!once.add(name)) {
                often.add(name);
            }
        }
        Map<Ref, String> names = new HashMap<>();
        Map<String, Node> objects = new LinkedHashMap<>();
        for (Node object : replies.objects(list)) {
            String plain = Vim.name(object);
            String name =
                    often.contains(plain) ? plain + " [" + own.apply(object).orElse("?") + "]" : plain;
            for (int n = 2; objects.containsKey(name); n++) {
                name = plain + " [" + n + "]";
            }
            names.put(Vim.self(object), name);
            objects.put(name, object);
        }
        return new Register(names, objects);
    }

    static Register of(Replies replies, InventoryQuery list) throws UnreadableException {
        return of(replies, list, object -> Optional.empty());
    }

    Optional<String> name(Optional<Ref> ref) {
        return ref.map(names::get);
    }
}

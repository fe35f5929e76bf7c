package io.twinpath.kind;

import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import io.twinpath.driver.vim.Node;
import io.twinpath.model.Address;
import io.twinpath.model.Names;
import io.twinpath.model.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds one object in the answer of a list command. */
public final class Listing {

    private Listing() {}

    /** The first structure whose field has this text. */
    public static Optional<Row> named(Replies replies, EsxcliQuery list, String field, String text)
            throws UnreadableException {
        for (Row row : replies.rows(list)) {
            if (row.need(field).equals(text)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** Everything that a list names, for {@link Binding#found}: nothing is wanted of it, its name is all that is known. */
    public static <D> Map<Address, Optional<D>> found(
            String kind, Scope.Host host, Replies replies, EsxcliQuery list, String field) throws UnreadableException {
        Map<Address, Optional<D>> found = new LinkedHashMap<>();
        for (Row row : replies.rows(list)) {
            found.put(address(kind, host, row, row.need(field)), Optional.empty());
        }
        return found;
    }

    /** The same of what the API lists. */
    public static <D> Map<Address, Optional<D>> found(String kind, Scope.Host host, List<Node> items, String... field)
            throws UnreadableException {
        Map<Address, Optional<D>> found = new LinkedHashMap<>();
        for (Node item : items) {
            found.put(address(kind, host, item.requiredText(field)), Optional.empty());
        }
        return found;
    }

    /** The address of something that the API names. */
    public static Address address(String kind, Scope.Host host, String name) throws UnreadableException {
        if (!Names.isObject(name)) {
            throw new UnreadableException("A name of " + kind + " holds characters that cannot be shown.");
        }
        return new Address(kind, host, name);
    }

    /** The address of something that a host names; names that hold what nobody can see are refused. */
    public static Address address(String kind, Scope.Host host, Row row, String name) throws UnreadableException {
        if (!Names.isObject(name)) {
            throw new UnreadableException(row.source() + ": a name holds characters that cannot be shown.");
        }
        return new Address(kind, host, name);
    }

    /** Whether the object is listed; not when the list was not asked for or cannot be read. */
    public static boolean has(Replies replies, EsxcliQuery list, String field, String text) {
        try {
            return named(replies, list, field, text).isPresent();
        } catch (UnreadableException e) {
            return false;
        }
    }
}

package io.twinpath.model;

import java.util.Optional;

/**
 * The name of one resource; the one currency of all stages. Prints and parses as {@code kind:host/name}
 * ({@code port_group:esxi3.lain.local/iSCSI-A}), or {@code kind:name} for what belongs to the site.
 *
 * @param kind the resource kind, such as {@code vswitch}
 * @param scope where it lives
 * @param name its name there; may hold any printable character
 */
public record Address(String kind, Scope scope, String name) implements Comparable<Address> {

    public Address {
        if (!Names.isKind(kind)) {
            throw new IllegalArgumentException("not a kind: " + kind);
        }
        if (!Names.isObject(name)) {
            throw new IllegalArgumentException("not a name: " + name);
        }
    }

    public static Address onHost(String kind, String host, String name) {
        return new Address(kind, new Scope.Host(host), name);
    }

    public static Address inSite(String kind, String name) {
        return new Address(kind, new Scope.Site(), name);
    }

    /** Reads what {@link #toString()} writes; empty when the text has another form. */
    public static Optional<Address> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        String kind = text.substring(0, colon);
        String rest = text.substring(colon + 1);
        int slash = rest.indexOf('/');
        String head = slash < 0 ? "" : rest.substring(0, slash);
        try {
            if (Names.isHost(head)) {
                return Optional.of(onHost(kind, head, rest.substring(slash + 1)));
            }
            if (head.startsWith("cluster=")) {
                return Optional.of(new Address(kind, new Scope.Cluster(head.substring(8)), rest.substring(slash + 1)));
            }
            if (head.startsWith("datacenter=")) {
                return Optional.of(
                        new Address(kind, new Scope.Datacenter(head.substring(11)), rest.substring(slash + 1)));
            }
            return Optional.of(inSite(kind, rest));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The host it lives on, if it lives on one. */
    public Optional<String> host() {
        return scope instanceof Scope.Host h ? Optional.of(h.name()) : Optional.empty();
    }

    /** By scope, kind and name. Written out, because every sorted map of a site asks for it. */
    @Override
    public int compareTo(Address other) {
        int order = scope.text().compareTo(other.scope.text());
        if (order == 0) {
            order = kind.compareTo(other.kind);
        }
        return order == 0 ? name.compareTo(other.name) : order;
    }

    @Override
    public String toString() {
        String where = scope.text();
        return where.isEmpty() ? kind + ":" + name : kind + ":" + where + "/" + name;
    }
}

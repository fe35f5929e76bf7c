package io.twinpath.kind;

import io.twinpath.model.Address;
import io.twinpath.model.Names;
import java.util.Set;

/** Addresses of what a resource stands on. A name that cannot be one gives no address; the rules of the kind refuse it. */
public final class Needs {

    private Needs() {}

    /** Something on the same host. */
    public static Set<Address> onSameHost(Address self, String kind, String name) {
        return Names.isObject(name)
                ? self.host()
                        .map(host -> Set.of(Address.onHost(kind, host, name)))
                        .orElseGet(Set::of)
                : Set.of();
    }

    /** Something of the site. */
    public static Set<Address> inSite(String kind, String name) {
        return Names.isObject(name) ? Set.of(Address.inSite(kind, name)) : Set.of();
    }
}

package io.twinpath.importer;

import io.twinpath.kind.Teaming;
import io.twinpath.kind.iscsi.Iscsi;
import io.twinpath.kind.portgroup.PortGroup;
import io.twinpath.kind.vmkernel.VMkernel;
import io.twinpath.kind.vswitch.VSwitch;
import io.twinpath.model.Address;
import io.twinpath.model.PortRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which ports of a host carry storage: those under the interfaces that iSCSI is bound to. Only cards' names depend on it. */
final class StoragePorts {

    private final Map<Address, Record> found;
    private final String host;

    private StoragePorts(Map<Address, Record> found, String host) {
        this.found = found;
        this.host = host;
    }

    static Set<String> of(String host, Map<Address, Record> found) {
        StoragePorts ports = new StoragePorts(found, host);
        Set<String> names = new TreeSet<>();
        ports.get("iscsi", "software", Iscsi.class).stream()
                .flatMap(i -> i.portBinding().stream().flatMap(Collection::stream))
                .flatMap(vmk -> ports.under(vmk).stream())
                .forEach(port -> names.add(port.toString()));
        return names;
    }

    private List<PortRef> under(String vmk) {
        Optional<PortGroup> group =
                get("vmkernel", vmk, VMkernel.class).flatMap(v -> get("port_group", v.portGroup(), PortGroup.class));
        Optional<List<PortRef>> own = group.flatMap(PortGroup::teaming).flatMap(Teaming::active);
        return own.or(() -> group.flatMap(g -> get("vswitch", g.vswitch(), VSwitch.class))
                        .flatMap(VSwitch::uplinks)
                        .map(List::copyOf))
                .orElseGet(List::of);
    }

    private <T extends Record> Optional<T> get(String kind, String name, Class<T> type) {
        return found.entrySet().stream()
                .filter(e -> e.getKey().kind().equals(kind)
                        && e.getKey().name().equals(name)
                        && e.getKey().host().filter(host::equals).isPresent())
                .map(Map.Entry::getValue)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}

package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Ref;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A network that machines can be in. Port groups of one name are one network, however many hosts have them. */
final class NetworkObject implements ManagedObject {

    private static final String KIND = "Network";

    private final World world;
    private final String name;
    private final List<String> hosts;

    private NetworkObject(World world, String name, List<String> hosts) {
        this.world = world;
        this.name = name;
        this.hosts = hosts;
    }

    static Optional<ManagedObject> find(World world, Ref ref) {
        return world.key(ref).flatMap(name -> {
            List<String> hosts = Inventory.hosts(world, name, Inventory::networkNames);
            return hosts.isEmpty() ? Optional.empty() : Optional.of(new NetworkObject(world, name, hosts));
        });
    }

    @Override
    public Ref self() {
        return world.ref(KIND, name);
    }

    private Stream<Ref> machines() {
        return world.site().vms.entrySet().stream()
                .filter(v -> hosts.contains(v.getValue().host)
                        && v.getValue().adapters.values().stream().anyMatch(a -> a.network.equals(name)))
                .map(v -> world.ref("VirtualMachine", v.getKey()));
    }

    @Override
    public Data properties() {
        return Entities.entity(world, self(), name, Optional.of(Folder.NETWORK.ref(world)))
                .lazy(
                        "summary",
                        () -> Data.of("NetworkSummary")
                                .put("network", self())
                                .text("name", Entities.escaped(name))
                                .flag("accessible", true)
                                .text("ipPoolName", ""))
                .refs("host", hosts.stream().map(world::hostRef))
                .refs("vm", machines());
    }
}

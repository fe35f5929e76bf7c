package io.twinpath.lab.vim;

import io.twinpath.lab.site.Datastore;
import io.twinpath.lab.soap.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The identities of a host's own agent: constants, names, and numbers that follow the order of names. */
final class AgentIds {

    private static final String NETWORK = "HaNetwork-";
    private static final Map<String, String> CONSTANTS = Map.of(
            "HostSystem", World.agentHost(),
            "ComputeResource", "ha-compute-res",
            "ResourcePool", "ha-root-pool",
            "Datacenter", "ha-datacenter");

    private AgentIds() {}

    static String id(World world, String kind, String key) {
        return switch (kind) {
            case "Network" -> NETWORK + key;
            case "Datastore" ->
                Optional.ofNullable(world.site().datastores.get(key))
                        .map(Datastore::uuid)
                        .orElse(key);
            case "VirtualMachine" -> Integer.toString(1 + machines(world).indexOf(key));
            default -> CONSTANTS.getOrDefault(kind, key);
        };
    }

    static Optional<String> key(World world, Ref ref) {
        return switch (ref.kind()) {
            case "Network" ->
                Optional.of(ref.id()).filter(i -> i.startsWith(NETWORK)).map(i -> i.substring(NETWORK.length()));
            case "Datastore" ->
                world.site().datastores.entrySet().stream()
                        .filter(d -> d.getValue().uuid().equals(ref.id()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .or(() -> Optional.of(ref.id()));
            case "VirtualMachine" -> machine(world, ref.id());
            default -> ref.id().equals(CONSTANTS.get(ref.kind())) ? world.agentOf() : Optional.empty();
        };
    }

    private static Optional<String> machine(World world, String id) {
        List<String> all = machines(world);
        return id.matches("[0-9]{1,6}") && Integer.parseInt(id) >= 1 && Integer.parseInt(id) <= all.size()
                ? Optional.of(all.get(Integer.parseInt(id) - 1))
                : Optional.empty();
    }

    private static List<String> machines(World world) {
        return List.copyOf(world.site().vms.keySet());
    }
}

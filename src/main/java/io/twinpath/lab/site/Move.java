package io.twinpath.lab.site;

import java.util.Map;
import java.util.Optional;

/**
 * Where a machine is to go.
 *
 * @param host empty to stay on its host
 * @param datastore for its configuration and for disks that are not named; empty to leave them
 * @param disks datastores by the label of the disk
 * @param networks networks by the label of the adapter, for adapters that change theirs on the way
 */
public record Move(
        Optional<String> host, Optional<String> datastore, Map<String, String> disks, Map<String, String> networks) {

    public Move {
        disks = Map.copyOf(disks);
        networks = Map.copyOf(networks);
    }

    public static Move to(String host) {
        return new Move(Optional.of(host), Optional.empty(), Map.of(), Map.of());
    }

    String hostOf(Vm vm) {
        return host.orElse(vm.host);
    }

    String datastoreOf(String label, VirtualDisk disk) {
        return Optional.ofNullable(disks.get(label)).or(() -> datastore).orElse(disk.datastore);
    }

    String networkOf(String label, Adapter adapter) {
        return networks.getOrDefault(label, adapter.network);
    }
}

package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;

import io.twinpath.lab.site.Claims;
import io.twinpath.lab.site.Datastore;
import io.twinpath.lab.site.Disk;
import io.twinpath.lab.site.Effects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code storage filesystem …} and {@code storage vmfs …} */
final class FilesystemCommands {

    static final List<Command> TABLE = List.of(
            read("storage filesystem list", "List the volumes.", FilesystemCommands::volumes),
            read("storage vmfs extent list", "List the disks behind VMFS volumes.", FilesystemCommands::extents));

    private static final long MIB = 1 << 20;

    private FilesystemCommands() {}

    /** Volumes on disks that the host has seen and can reach; a lost one is not printed, as its heartbeat is gone. */
    private static Output volumes(HostView host, Arguments arguments) {
        Effects effects = new Effects(host.site());
        return Output.table(seen(host)
                .filter(e -> effects.reachable(host.name(), e.getValue().device()))
                .map(e -> volume(host, e.getKey(), e.getValue()))
                .toList());
    }

    private static Structure volume(HostView host, String name, Datastore store) {
        long size = disk(host, store).map(Disk::sizeMib).orElse(0L);
        return Structure.of("FileSystemVolume")
                .with("Mount Point", HostView.volume(store.uuid()))
                .with("Volume Name", name)
                .with("UUID", store.uuid())
                .with("Mounted", true)
                .with("Type", store.type())
                .with("Size", size * MIB)
                .with("Free", store.freeMib() * MIB);
    }

    private static Output extents(HostView host, Arguments arguments) {
        return Output.table(seen(host)
                .map(e -> Structure.of("VMFSExtent")
                        .with("Volume Name", e.getKey())
                        .with("VMFS UUID", e.getValue().uuid())
                        .with("Extent Number", 0)
                        .with("Device Name", e.getValue().device())
                        .with("Partition", 1))
                .toList());
    }

    private static Stream<Map.Entry<String, Datastore>> seen(HostView host) {
        return host.site().datastores.entrySet().stream()
                .filter(e -> disk(host, e.getValue()).isPresent());
    }

    private static Optional<Disk> disk(HostView host, Datastore store) {
        return Claims.disks(host.site(), host.host()).stream()
                .filter(d -> d.device().equals(store.device()))
                .findFirst();
    }
}

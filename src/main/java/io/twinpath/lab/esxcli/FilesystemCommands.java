package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

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

    private static final Option LABEL = Option.text("l", "volume-label", "The label of the volume.");
    private static final Option UUID = Option.text("u", "volume-uuid", "The UUID of the volume.");
    private static final Option ONCE = Option.plain("n", "no-persist", "Only until the next start.");

    static final List<Command> TABLE = List.of(
            read("storage filesystem list", "List the volumes.", FilesystemCommands::volumes),
            write("storage filesystem mount", "Mount a volume.", FilesystemCommands::mount, ONCE, LABEL, UUID),
            write(
                    "storage filesystem unmount",
                    "Unmount a volume.",
                    FilesystemCommands::unmount,
                    ONCE,
                    LABEL,
                    Option.text("p", "volume-path", "The mount point of the volume."),
                    UUID),
            read("storage vmfs extent list", "List the disks behind VMFS volumes.", FilesystemCommands::extents),
            read(
                    "storage vmfs snapshot list",
                    "List snapshots and replicas that are not resolved.",
                    FilesystemCommands::copies,
                    LABEL,
                    UUID));

    /** The form in which real hosts say that the VMkernel refused. */
    static final String SYSINFO =
            "Unable to complete Sysinfo operation.  Please see the VMkernel log file for more details.: Sysinfo error: ";

    private static final String SEE_LOG = "See VMkernel log for details.";
    private static final long MIB = 1 << 20;

    private FilesystemCommands() {}

    /** Volumes on disks that the host has seen and can reach; a lost one is not printed, as its heartbeat is gone. */
    private static Output volumes(HostView host, Arguments arguments) {
        Effects effects = new Effects(host.site());
        Stream<Structure> vmfs = seen(host)
                .filter(e -> effects.reachable(host.name(), e.getValue().device()))
                .map(e -> volume(host, e.getKey(), e.getValue()));
        return Output.table(Stream.concat(vmfs, NfsCommands.volumes(host)).toList());
    }

    /** A volume that is not mounted keeps its name and UUID; of the rest nobody knows anything. */
    private static Structure volume(HostView host, String name, Datastore store) {
        boolean mounted = mounted(host, store);
        long size = disk(host, store).map(Disk::sizeMib).orElse(0L);
        return row(
                mounted ? HostView.volume(store.uuid()) : "",
                name,
                store.uuid(),
                mounted,
                mounted ? store.type() : "VMFS-unknown version",
                mounted ? size : 0,
                mounted ? store.freeMib() : 0);
    }

    static Structure row(
            String point, String name, String uuid, boolean mounted, String type, long sizeMib, long freeMib) {
        return Structure.of("FileSystemVolume")
                .with("Mount Point", point)
                .with("Volume Name", name)
                .with("UUID", uuid)
                .with("Mounted", mounted)
                .with("Type", type)
                .with("Size", sizeMib * MIB)
                .with("Free", freeMib * MIB);
    }

    private static boolean mounted(HostView host, Datastore store) {
        return !host.host().volumes.unmounted.contains(store.uuid());
    }

    private static Output mount(HostView host, Arguments arguments) {
        Map.Entry<String, Datastore> volume = named(host, arguments);
        if (mounted(host, volume.getValue())) {
            throw new Fault("Volume '" + volume.getKey() + "' is already mounted");
        }
        host.host().volumes.unmounted.remove(volume.getValue().uuid());
        return Output.nothing();
    }

    /** Whoever runs on it keeps it busy. */
    private static Output unmount(HostView host, Arguments arguments) {
        Map.Entry<String, Datastore> volume = named(host, arguments);
        if (!mounted(host, volume.getValue())) {
            throw new Fault("Volume '" + volume.getKey() + "' is not mounted");
        }
        refuseInUse(host, volume.getKey());
        host.host().volumes.unmounted.add(volume.getValue().uuid());
        return Output.nothing();
    }

    static void refuseInUse(HostView host, String label) {
        if (VirtualMachine.running(host).stream()
                .anyMatch(m -> m.vm().datastores().contains(label))) {
            throw new Fault(SYSINFO + "Busy" + SEE_LOG);
        }
    }

    static Fault denied(String why) {
        return new Fault(SYSINFO + why + SEE_LOG);
    }

    private static Map.Entry<String, Datastore> named(HostView host, Arguments arguments) {
        Optional<String> label = arguments.maybe("volume-label");
        Optional<String> uuid = arguments.maybe("volume-uuid");
        Optional<String> path = arguments.maybe("volume-path");
        if (Stream.of(label, uuid, path).filter(Optional::isPresent).count() != 1) {
            throw new Fault("Exactly one of --volume-label, --volume-uuid and --volume-path is needed");
        }
        return seen(host)
                .filter(e -> label.filter(e.getKey()::equals).isPresent()
                        || uuid.filter(e.getValue().uuid()::equals).isPresent()
                        || path.filter(HostView.volume(e.getValue().uuid())::equals)
                                .isPresent())
                .findFirst()
                .orElseThrow(() -> new Fault("No volume found that is called "
                        + Stream.of(label, uuid, path)
                                .flatMap(Optional::stream)
                                .findFirst()
                                .orElse("")));
    }

    /** The label lies on the volume itself, so every host sees the new one. */
    static void rename(HostView host, String from, String to) {
        Map<String, Datastore> all = host.site().datastores;
        Datastore store = seen(host)
                .filter(e -> e.getKey().equals(from) && mounted(host, e.getValue()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new Fault("No such datastore: " + from));
        if (all.containsKey(to) || host.host().volumes.nfs.containsKey(to)) {
            throw new Fault("(vim.fault.DuplicateName) The name '" + to + "' already exists.");
        }
        all.remove(from);
        all.put(to, store);
        host.site().vms.values().forEach(vm -> vm.renamed(from, to));
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

    private static Output copies(HostView host, Arguments arguments) {
        return Output.records(host.host().volumes.copies.stream()
                .filter(c -> arguments.text("volume-label", c.name()).equals(c.name()))
                .filter(c -> arguments.text("volume-uuid", c.uuid()).equals(c.uuid()))
                .map(c -> Structure.of("VMFSSnapshot", c.uuid())
                        .with("Volume Name", c.name())
                        .with("VMFS UUID", c.uuid())
                        .with("Can mount", c.canMount())
                        .with("Reason for un-mountability", c.reason())
                        .with("Can resignature", true)
                        .with("Reason for non-resignaturability", "")
                        .with("Unresolved Extent Count", 1))
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

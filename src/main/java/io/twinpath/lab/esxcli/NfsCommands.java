package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.NfsExport;
import io.twinpath.lab.site.NfsMount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code storage nfs …} and {@code storage nfs41 …} */
final class NfsCommands {

    private static final String THREE = "3";
    private static final String FOUR = "4.1";
    private static final String SYS = "AUTH_SYS";

    private static final Option NAME =
            Option.text("v", "volume-name", "The label of the volume.").needed();
    private static final Option SHARE =
            Option.text("s", "share", "The folder on the server.").needed();
    private static final Option READ_ONLY = Option.plain("r", "readonly", "Only for reading.");

    static final List<Command> TABLE = List.of(
            write(
                    "storage nfs add",
                    "Add an NFS volume.",
                    (h, a) -> add(h, a, THREE, "host"),
                    Option.text("H", "host", "The server.").needed(),
                    READ_ONLY,
                    SHARE,
                    NAME),
            read("storage nfs list", "List the NFS volumes.", NfsCommands::three),
            write("storage nfs remove", "Remove an NFS volume.", (h, a) -> remove(h, a, THREE), NAME),
            write(
                    "storage nfs41 add",
                    "Add an NFS 4.1 volume.",
                    (h, a) -> add(h, a, FOUR, "hosts"),
                    Option.text("H", "hosts", "The addresses of the server, with commas between.")
                            .needed(),
                    READ_ONLY,
                    Option.choice("a", "sec", "How the host proves who it is.", SYS, "SEC_KRB5", "SEC_KRB5I"),
                    SHARE,
                    NAME),
            read("storage nfs41 list", "List the NFS 4.1 volumes.", NfsCommands::four),
            write("storage nfs41 remove", "Remove an NFS 4.1 volume.", (h, a) -> remove(h, a, FOUR), NAME));

    private NfsCommands() {}

    private static Stream<Map.Entry<String, NfsMount>> all(HostView host, String version) {
        return host.host().volumes.nfs.entrySet().stream()
                .filter(e -> e.getValue().version().equals(version));
    }

    private static Optional<NfsExport> offered(HostView host, NfsMount mount) {
        return host.site().exports.stream()
                .filter(e -> mount.servers().contains(e.server()) && e.share().equals(mount.share()))
                .findFirst();
    }

    /** As the list of file systems shows them; one whose server is gone is not printed there. */
    static Stream<Structure> volumes(HostView host) {
        return Stream.of(THREE, FOUR)
                .flatMap(version -> all(host, version))
                .flatMap(e -> offered(host, e.getValue()).stream().map(x -> {
                    String uuid = uuid(e.getValue());
                    String type = e.getValue().version().equals(THREE) ? "NFS" : "NFS41";
                    return FilesystemCommands.row(
                            HostView.volume(uuid), e.getKey(), uuid, true, type, x.sizeMib(), x.freeMib());
                }));
    }

    /** NFS volumes have no UUID of their own; hosts make one up from server and folder. */
    private static String uuid(NfsMount mount) {
        return "%08x-%08x".formatted(mount.servers().hashCode(), mount.share().hashCode());
    }

    private static Output three(HostView host, Arguments arguments) {
        return Output.table(all(host, THREE)
                .map(e -> structure(host, "NFSVolume", "Host", e))
                .map(s -> s.with("isPE", false).with("Hardware Acceleration", "Not Supported"))
                .toList());
    }

    private static Output four(HostView host, Arguments arguments) {
        return Output.table(all(host, FOUR)
                .map(e -> structure(host, "NFS41Volume", "Host(s)", e)
                        .with("Security", e.getValue().security())
                        .with("isPE", false)
                        .with("Hardware Acceleration", "Not Supported"))
                .toList());
    }

    private static Structure structure(HostView host, String type, String servers, Map.Entry<String, NfsMount> entry) {
        NfsMount mount = entry.getValue();
        boolean there = offered(host, mount).isPresent();
        return Structure.of(type)
                .with("Volume Name", entry.getKey())
                .with(servers, String.join(",", mount.servers()))
                .with("Share", mount.share())
                .with("Accessible", there)
                .with("Mounted", there)
                .with("Read-Only", mount.readOnly());
    }

    private static Output add(HostView host, Arguments arguments, String version, String servers) {
        String name = arguments.text("volume-name");
        NfsMount mount = new NfsMount(
                version,
                arguments.names(servers).orElseGet(List::of),
                arguments.text("share"),
                arguments.has("readonly"),
                version.equals(FOUR) ? arguments.text("sec", SYS) : "");
        if (host.host().volumes.nfs.containsKey(name) || host.site().datastores.containsKey(name)) {
            throw new Fault("Unable to add new NAS, volume with the label " + name + " already exists");
        }
        host.host().volumes.nfs.forEach((label, other) -> {
            if (other.servers().equals(mount.servers()) && other.share().equals(mount.share())) {
                throw new Fault(
                        "Unable to add new NAS volume: it is already exported by a volume with the name " + label);
            }
        });
        if (offered(host, mount).isEmpty()) {
            throw FilesystemCommands.denied("The NFS server denied the mount request");
        }
        host.host().volumes.nfs.put(name, mount);
        return Output.nothing();
    }

    private static Output remove(HostView host, Arguments arguments, String version) {
        String name = arguments.text("volume-name");
        if (all(host, version).noneMatch(e -> e.getKey().equals(name))) {
            throw new Fault("Volume '" + name + "' is not an NFS volume of this host");
        }
        FilesystemCommands.refuseInUse(host, name);
        host.host().volumes.nfs.remove(name);
        return Output.nothing();
    }
}

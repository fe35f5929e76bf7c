package io.twinpath.kind.mount;

import io.twinpath.driver.MethodQuery;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.HostProperties;
import io.twinpath.kind.Listing;
import io.twinpath.model.Address;
import io.twinpath.model.Scope;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a host told of its volumes over the API: {@code HostFileSystemMountInfo} of each, and copies that it left alone. */
record VolumesApi(Replies replies) {

    private static final String PATH = "config.fileSystemVolume.mountInfo";

    static final PropertyQuery ALL = HostProperties.query(PATH);
    static final MethodQuery COPIES =
            MethodQuery.of(new Handle.Manager("datastoreSystem"), "QueryUnresolvedVmfsVolumes");

    /** The system's own volumes are of other types: VFFS, VMFSL and OTHER. */
    private static final String VMFS = "VMFS";

    private static final String NFS = "NFS";
    private static final String NFS41 = "NFS41";

    private List<Node> mounts() throws UnreadableException {
        return HostProperties.items(replies, ALL, PATH);
    }

    private static boolean is(Node mount, String type) {
        return mount.text("volume", "type").filter(type::equalsIgnoreCase).isPresent();
    }

    /** The VMFS volume with a UUID, or with a label when none is given. */
    Optional<Mount> vmfs(String label, Optional<String> uuid) throws UnreadableException {
        Optional<Mount> found = Optional.empty();
        for (Node mount : mounts()) {
            boolean meant = uuid.isPresent()
                    ? mount.text("volume", "uuid")
                            .filter(uuid.orElseThrow()::equalsIgnoreCase)
                            .isPresent()
                    : mount.text("volume", "name").filter(label::equals).isPresent();
            if (meant && is(mount, VMFS)) {
                if (found.isPresent()) {
                    throw new UnreadableException("Two volumes are called \"" + label
                            + "\"; which one is meant has to be said with \"uuid\".");
                }
                found = Optional.of(vmfs(mount));
            }
        }
        return found;
    }

    private static Mount vmfs(Node mount) throws UnreadableException {
        Node volume = mount.required("volume");
        String uuid = volume.requiredText("uuid");
        boolean mounted = mount.flag("mountInfo", "mounted").orElse(true);
        SortedSet<String> devices = new TreeSet<>();
        for (Node extent : volume.all("extent")) {
            extent.text("diskName").ifPresent(disk -> devices.add(disk));
        }
        return new Mount(
                volume.text("name").orElse(uuid),
                Optional.of(uuid),
                Optional.of(mounted),
                Optional.empty(),
                Optional.empty(),
                volume.text("majorVersion").filter(v -> mounted).map(v -> "VMFS-" + v),
                Optional.empty(),
                Optional.empty(),
                Collections.unmodifiableSortedSet(devices));
    }

    /** A volume that the host leaves alone because its signature names another disk. */
    Optional<Mount> copy(String label, Optional<String> uuid) throws UnreadableException {
        if (!replies.has(COPIES)) {
            return Optional.empty();
        }
        for (Node copy : replies.result(COPIES).all("returnval")) {
            boolean meant = uuid.isPresent()
                    ? copy.text("vmfsUuid")
                            .filter(uuid.orElseThrow()::equalsIgnoreCase)
                            .isPresent()
                    : copy.text("vmfsLabel").filter(label::equals).isPresent();
            if (meant) {
                return Optional.of(new Mount(
                        copy.requiredText("vmfsLabel"),
                        copy.text("vmfsUuid"),
                        Optional.of(false),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(reason(copy)),
                        Collections.emptySortedSet()));
            }
        }
        return Optional.empty();
    }

    private static String reason(Node copy) {
        return copy.all("extent").stream()
                .flatMap(e -> e.text("reason").stream())
                .findFirst()
                .orElse("");
    }

    Optional<Mount> nfs(String label) throws UnreadableException {
        for (Node mount : mounts()) {
            boolean remote = is(mount, NFS) || is(mount, NFS41);
            if (remote && mount.text("volume", "name").filter(label::equals).isPresent()) {
                return Optional.of(remote(mount));
            }
        }
        return Optional.empty();
    }

    private static Mount remote(Node mount) throws UnreadableException {
        Node volume = mount.required("volume");
        Optional<Boolean> readOnly = mount.text("mountInfo", "accessMode").map("readOnly"::equals);
        String share = volume.requiredText("remotePath");
        boolean three = is(mount, NFS);
        Optional<Nfs> nfs =
                three ? Optional.of(new Nfs(volume.requiredText("remoteHost"), share, readOnly)) : Optional.empty();
        Optional<Nfs41> nfs41 =
                three ? Optional.empty() : Optional.of(new Nfs41(hosts(volume), share, readOnly, security(volume)));
        return new Mount(
                volume.requiredText("name"),
                Optional.empty(),
                Optional.empty(),
                nfs,
                nfs41,
                Optional.empty(),
                mount.flag("mountInfo", "accessible"),
                Optional.empty(),
                Collections.emptySortedSet());
    }

    private static SortedSet<String> hosts(Node volume) throws UnreadableException {
        SortedSet<String> hosts = new TreeSet<>(volume.texts("remoteHostNames"));
        if (hosts.isEmpty()) {
            hosts.addAll(List.of(volume.requiredText("remoteHost").split(",")));
        }
        return Collections.unmodifiableSortedSet(hosts);
    }

    private static Optional<Nfs41.Security> security(Node volume) throws UnreadableException {
        Optional<String> word = volume.text("securityType").filter(w -> !w.isEmpty());
        if (word.isPresent() && Nfs41.Security.of(word.orElseThrow()).isEmpty()) {
            throw new UnreadableException("The security \"" + word.orElseThrow() + "\" is not known.");
        }
        return word.flatMap(Nfs41.Security::of);
    }

    /** Every datastore, by label; where two VMFS volumes share one, the others by their UUIDs. */
    Map<Address, Optional<Mount>> found(Scope.Host host) throws UnreadableException {
        Map<Address, Optional<Mount>> found = new LinkedHashMap<>();
        for (Node node : mounts()) {
            if (is(node, VMFS)) {
                Mount mount = vmfs(node);
                Address address = Listing.address(MountKind.KIND, host, mount.name());
                if (found.putIfAbsent(address, Optional.empty()) != null) {
                    String uuid = node.requiredText("volume", "uuid");
                    found.put(Listing.address(MountKind.KIND, host, uuid), Optional.of(mount));
                }
            } else if (is(node, NFS) || is(node, NFS41)) {
                found.put(Listing.address(MountKind.KIND, host, node.requiredText("volume", "name")), Optional.empty());
            }
        }
        return found;
    }
}

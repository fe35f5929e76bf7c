package io.twinpath.kind.mount;

import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
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
import java.util.regex.Pattern;

/**
 * What a host told of its volumes. Field names of {@code nfs list} are from an output of 7.0.3 and one of 5.x, which lacks
 * {@code Read-Only}; of {@code nfs41 list} from one of 6.7 or 7.0; of {@code snapshot list} from one of 7.0. That an unmounted
 * volume has no mount point and the type "VMFS-unknown version" is from VMware's knowledge base.
 */
record Volumes(Replies replies) {

    static final EsxcliQuery ALL = EsxcliQuery.of("storage filesystem list");
    static final EsxcliQuery NFS = EsxcliQuery.of("storage nfs list");
    static final EsxcliQuery NFS41 = EsxcliQuery.of("storage nfs41 list");
    static final EsxcliQuery EXTENTS = EsxcliQuery.of("storage vmfs extent list");
    static final EsxcliQuery COPIES = EsxcliQuery.of("storage vmfs snapshot list");

    /** Not the system's own volumes, which are of the types VMFSOS, VMFS-L, VFFS and vfat. */
    private static final Pattern VMFS = Pattern.compile("VMFS-([0-9].*|unknown version)");

    private static final String LABEL = "Volume Name";

    /** The VMFS volume with a UUID, or with a label when none is given. */
    Optional<Mount> vmfs(String label, Optional<String> uuid) throws UnreadableException {
        Optional<Mount> found = Optional.empty();
        for (Row row : replies.rows(ALL)) {
            boolean meant = uuid.isPresent()
                    ? row.text("UUID")
                            .filter(uuid.orElseThrow()::equalsIgnoreCase)
                            .isPresent()
                    : row.text(LABEL).filter(label::equals).isPresent();
            if (meant && isVmfs(row)) {
                if (found.isPresent()) {
                    throw new UnreadableException(row.source() + ": two volumes are called \"" + label
                            + "\"; which one is meant has to be said with \"uuid\".");
                }
                found = Optional.of(vmfs(row));
            }
        }
        return found;
    }

    private static boolean isVmfs(Row row) {
        return row.text("Type").filter(t -> VMFS.matcher(t).matches()).isPresent();
    }

    private Mount vmfs(Row row) throws UnreadableException {
        String uuid = row.need("UUID");
        boolean mounted = row.flag("Mounted")
                .orElseThrow(() -> new UnreadableException(row.source() + ": the field \"Mounted\" is missing."));
        return new Mount(
                row.text(LABEL).orElse(uuid),
                Optional.of(uuid),
                Optional.of(mounted),
                Optional.empty(),
                Optional.empty(),
                row.text("Type").filter(t -> mounted),
                Optional.empty(),
                Optional.empty(),
                devices(uuid));
    }

    private SortedSet<String> devices(String uuid) throws UnreadableException {
        SortedSet<String> devices = new TreeSet<>();
        if (replies.has(EXTENTS)) {
            for (Row row : replies.rows(EXTENTS)) {
                if (row.text("VMFS UUID").filter(uuid::equals).isPresent()) {
                    row.text("Device Name").ifPresent(d -> devices.add(d));
                }
            }
        }
        return Collections.unmodifiableSortedSet(devices);
    }

    /** A volume that the host leaves alone because its signature names another disk. */
    Optional<Mount> copy(String label, Optional<String> uuid) throws UnreadableException {
        if (!replies.has(COPIES)) {
            return Optional.empty();
        }
        for (Row row : replies.rows(COPIES)) {
            String found = row.text("VMFS UUID").orElse(row.key());
            boolean meant = uuid.isPresent()
                    ? uuid.orElseThrow().equalsIgnoreCase(found)
                    : row.need(LABEL).equals(label);
            if (meant) {
                return Optional.of(new Mount(
                        row.text(LABEL).orElse(found),
                        Optional.of(found),
                        Optional.of(false),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(row.text("Reason for un-mountability").orElse("")),
                        Collections.emptySortedSet()));
            }
        }
        return Optional.empty();
    }

    Optional<Mount> nfs(String label, Optional<Mount> wanted) throws UnreadableException {
        Optional<Row> three = Listing.named(replies, NFS, LABEL, label);
        if (three.isPresent()) {
            Row row = three.orElseThrow();
            boolean asked = wanted.flatMap(Mount::nfs).flatMap(Nfs::readOnly).isPresent();
            Nfs nfs = new Nfs(row.need("Host"), row.need("Share"), readOnly(row, asked));
            return Optional.of(remote(row, Optional.of(nfs), Optional.empty()));
        }
        Optional<Row> four = Listing.named(replies, NFS41, LABEL, label);
        if (four.isPresent()) {
            Row row = four.orElseThrow();
            boolean asked =
                    wanted.flatMap(Mount::nfs41).flatMap(Nfs41::readOnly).isPresent();
            Nfs41 nfs = new Nfs41(
                    Collections.unmodifiableSortedSet(new TreeSet<>(hosts(row))),
                    row.need("Share"),
                    readOnly(row, asked),
                    security(row));
            return Optional.of(remote(row, Optional.empty(), Optional.of(nfs)));
        }
        return Optional.empty();
    }

    private static List<String> hosts(Row row) throws UnreadableException {
        if (row.items("Host(s)").isEmpty()) {
            row.need("Host(s)");
        }
        return row.items("Host(s)");
    }

    /** Old releases do not tell; then it can be left alone, but not compared. */
    private static Optional<Boolean> readOnly(Row row, boolean asked) throws UnreadableException {
        Optional<Boolean> told = row.flag("Read-Only");
        if (told.isEmpty() && asked) {
            row.need("Read-Only");
        }
        return told;
    }

    private static Optional<Nfs41.Security> security(Row row) throws UnreadableException {
        Optional<String> word = row.text("Security");
        if (word.isPresent() && Nfs41.Security.of(word.orElseThrow()).isEmpty()) {
            throw new UnreadableException(row.source() + ": the security \"" + word.orElseThrow() + "\" is not known.");
        }
        return word.flatMap(Nfs41.Security::of);
    }

    private static Mount remote(Row row, Optional<Nfs> nfs, Optional<Nfs41> nfs41) throws UnreadableException {
        return new Mount(
                row.need(LABEL),
                Optional.empty(),
                Optional.empty(),
                nfs,
                nfs41,
                Optional.empty(),
                row.flag("Accessible"),
                Optional.empty(),
                Collections.emptySortedSet());
    }

    /** Every datastore, by label; where two VMFS volumes share one, the others by their UUIDs. */
    Map<Address, Optional<Mount>> found(Scope.Host host) throws UnreadableException {
        Map<Address, Optional<Mount>> found = new LinkedHashMap<>();
        for (Row row : replies.rows(ALL)) {
            if (isVmfs(row)) {
                Mount mount = vmfs(row);
                Address address = Listing.address(MountKind.KIND, host, row, mount.name());
                if (found.putIfAbsent(address, Optional.empty()) != null) {
                    found.put(Listing.address(MountKind.KIND, host, row, row.need("UUID")), Optional.of(mount));
                }
            }
        }
        for (EsxcliQuery list : List.of(NFS, NFS41)) {
            found.putAll(Listing.found(MountKind.KIND, host, replies, list, LABEL));
        }
        return found;
    }
}

package io.twinpath.kind.host;

import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import io.twinpath.kind.host.HostState.Machine;
import io.twinpath.kind.host.HostState.Volume;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Datastores, and the machines that run from them, in the words of esxcli. The list of file systems leaves out a VMFS volume
 * that the host has lost; the list of extents still has it.
 */
final class VolumesSsh {

    private static final EsxcliQuery FILE_SYSTEMS = EsxcliQuery.of("storage filesystem list");
    private static final EsxcliQuery EXTENTS = EsxcliQuery.of("storage vmfs extent list");
    private static final EsxcliQuery NFS = EsxcliQuery.of("storage nfs list");
    private static final EsxcliQuery NFS41 = EsxcliQuery.of("storage nfs41 list");
    private static final EsxcliQuery MACHINES = EsxcliQuery.of("vm process list");

    static final List<Query> QUERIES = List.of(FILE_SYSTEMS, EXTENTS, NFS, NFS41, MACHINES);

    /** Not the system's own volumes, which are of the types VMFSOS, VMFS-L, VFFS and vfat. */
    private static final Pattern VMFS = Pattern.compile("VMFS-([0-9].*|unknown version)");

    /** The system's own lie on VMFS as well, and are told apart only by their labels. */
    private static final Pattern SYSTEM = Pattern.compile("(OSDATA|LOCKER)-[0-9a-f-]+");

    private static final Pattern FILE = Pattern.compile("/vmfs/volumes/([^/]+)/.*", Pattern.DOTALL);
    private static final String LABEL = "Volume Name";

    private final Replies replies;

    /** By UUID; each volume under the name that it bears here. */
    private final Map<String, String> names = new HashMap<>();

    private final Map<String, Volume> volumes = new LinkedHashMap<>();
    private final Map<String, SortedSet<String>> extents;

    VolumesSsh(Replies replies) throws UnreadableException {
        this.replies = replies;
        this.extents = extents();
        for (Row row : replies.rows(FILE_SYSTEMS)) {
            if (row.text("Type").filter(t -> VMFS.matcher(t).matches()).isPresent()) {
                vmfs(row);
            }
        }
        lost();
        nfs(NFS, "NFS", "Host");
        nfs(NFS41, "NFS41", "Host(s)");
    }

    Map<String, Volume> volumes() {
        return volumes;
    }

    private Map<String, SortedSet<String>> extents() throws UnreadableException {
        Map<String, SortedSet<String>> found = new TreeMap<>();
        for (Row row : Told.refused(replies, EXTENTS) ? List.<Row>of() : replies.rows(EXTENTS)) {
            found.computeIfAbsent(row.need("VMFS UUID"), u -> new TreeSet<>()).add(row.need("Device Name"));
        }
        return found;
    }

    private void vmfs(Row row) throws UnreadableException {
        String uuid = row.need("UUID");
        Optional<Boolean> mounted = row.flag("Mounted");
        Optional<String> type = row.text("Type").filter(t -> !t.endsWith("unknown version"));
        add(row.text(LABEL).orElse(uuid), uuid, vmfs(uuid, type, mounted, mounted));
    }

    /** What still has extents and is no file system any more. */
    private void lost() throws UnreadableException {
        Set<String> listed = new HashSet<>();
        for (Row row : replies.rows(FILE_SYSTEMS)) {
            row.text("UUID").ifPresent(uuid -> listed.add(uuid));
        }
        for (Row row : Told.refused(replies, EXTENTS) ? List.<Row>of() : replies.rows(EXTENTS)) {
            String uuid = row.need("VMFS UUID");
            String name = row.text(LABEL).orElse(uuid);
            if (listed.add(uuid) && !SYSTEM.matcher(name).matches()) {
                add(name, uuid, vmfs(uuid, Optional.empty(), Optional.empty(), Optional.of(false)));
            }
        }
    }

    private Volume vmfs(
            String uuid, Optional<String> fileSystem, Optional<Boolean> mounted, Optional<Boolean> accessible) {
        return new Volume(
                Optional.of(uuid),
                fileSystem,
                Optional.ofNullable(extents.get(uuid)),
                new TreeSet<>(),
                Optional.empty(),
                mounted,
                accessible);
    }

    private void add(String name, String uuid, Volume volume) {
        String free = volumes.containsKey(name) ? uuid : name;
        volumes.put(free, volume);
        names.put(uuid, free);
    }

    private void nfs(EsxcliQuery list, String type, String servers) throws UnreadableException {
        for (Row row : Told.refused(replies, list) ? List.<Row>of() : replies.rows(list)) {
            List<String> hosts = row.items(servers);
            volumes.put(
                    row.need(LABEL),
                    new Volume(
                            Optional.empty(),
                            Optional.of(type),
                            Optional.empty(),
                            new TreeSet<>(hosts),
                            row.text("Share"),
                            row.flag("Mounted"),
                            row.flag("Accessible")));
        }
    }

    List<Machine> machines() throws UnreadableException {
        Map<String, String> mountPoints = mountPoints();
        List<Machine> machines = new ArrayList<>();
        for (Row row : replies.rows(MACHINES)) {
            machines.add(new Machine(
                    row.text("Display Name").orElse(row.key()),
                    row.text("Config File").flatMap(f -> datastore(f, mountPoints))));
        }
        return Machines.sorted(machines);
    }

    /** Also NFS volumes have something like a UUID, in the list of file systems only. */
    private Map<String, String> mountPoints() throws UnreadableException {
        Map<String, String> points = new HashMap<>(names);
        for (Row row : replies.rows(FILE_SYSTEMS)) {
            Optional<String> name = row.text(LABEL).filter(volumes::containsKey);
            if (name.isPresent() && row.text("UUID").isPresent()) {
                points.putIfAbsent(row.need("UUID"), name.orElseThrow());
            }
        }
        return points;
    }

    private Optional<String> datastore(String file, Map<String, String> mountPoints) {
        Matcher m = FILE.matcher(file);
        if (!m.matches()) {
            return Optional.empty();
        }
        String folder = m.group(1);
        return Optional.ofNullable(mountPoints.get(folder))
                .or(() -> Optional.of(folder).filter(volumes::containsKey));
    }
}

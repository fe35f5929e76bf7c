package io.twinpath.kind.host;

import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.HostProperties;
import io.twinpath.kind.host.HostState.Volume;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Datastores in the words of {@code HostFileSystemMountInfo}. The system's own volumes are of other types. */
final class VolumesApi {

    static final String PATH = "config.fileSystemVolume.mountInfo";

    private VolumesApi() {}

    static Map<String, Volume> volumes(Replies replies) throws UnreadableException {
        Map<String, Volume> volumes = new LinkedHashMap<>();
        for (Node mount : HostProperties.items(replies, HostApi.HOST, PATH)) {
            switch (mount.text("volume", "type").orElse("")) {
                case "VMFS" -> vmfs(mount, volumes);
                case "NFS" -> nfs("NFS", mount, volumes);
                case "NFS41" -> nfs("NFS41", mount, volumes);
                default -> {}
            }
        }
        return volumes;
    }

    private static void vmfs(Node mount, Map<String, Volume> volumes) throws UnreadableException {
        Node volume = mount.required("volume");
        String uuid = volume.requiredText("uuid");
        Optional<Boolean> mounted = mount.flag("mountInfo", "mounted");
        SortedSet<String> devices = new TreeSet<>();
        for (Node extent : volume.all("extent")) {
            devices.add(extent.requiredText("diskName"));
        }
        String name = volume.text("name").filter(n -> !n.isEmpty()).orElse(uuid);
        volumes.put(
                volumes.containsKey(name) ? uuid : name,
                new Volume(
                        Optional.of(uuid),
                        volume.text("majorVersion")
                                .filter(v -> mounted.orElse(true))
                                .map(v -> "VMFS-" + v),
                        devices.isEmpty() ? Optional.empty() : Optional.of(devices),
                        new TreeSet<>(),
                        Optional.empty(),
                        mounted,
                        mount.flag("mountInfo", "accessible")));
    }

    private static void nfs(String type, Node mount, Map<String, Volume> volumes) throws UnreadableException {
        Node volume = mount.required("volume");
        SortedSet<String> servers = new TreeSet<>(volume.texts("remoteHostNames"));
        if (servers.isEmpty()) {
            servers.addAll(List.of(volume.text("remoteHost").orElse("").split(",")));
        }
        servers.removeIf(String::isBlank);
        volumes.put(
                volume.requiredText("name"),
                new Volume(
                        Optional.empty(),
                        Optional.of(type),
                        Optional.empty(),
                        servers,
                        volume.text("remotePath"),
                        mount.flag("mountInfo", "mounted"),
                        mount.flag("mountInfo", "accessible")));
    }
}

package io.twinpath.lab.vim;

import io.twinpath.lab.site.Claims;
import io.twinpath.lab.site.Datastore;
import io.twinpath.lab.site.Disk;
import io.twinpath.lab.site.Effects;
import io.twinpath.lab.site.NfsExport;
import io.twinpath.lab.site.NfsMount;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a datastore shows, be it VMFS or NFS. */
final class Volume {

    private static final long MIB = 1 << 20;

    private final World world;
    private final String name;
    private final List<String> hosts;

    Volume(World world, String name, List<String> hosts) {
        this.world = world;
        this.name = name;
        this.hosts = hosts;
    }

    private Optional<Datastore> vmfs() {
        return Optional.ofNullable(world.site().datastores.get(name));
    }

    private NfsMount nfs(String host) {
        return Optional.ofNullable(world.host(host).volumes.nfs.get(name)).orElseThrow();
    }

    private Optional<NfsExport> export() {
        NfsMount mount = nfs(hosts.getFirst());
        return world.site().exports.stream()
                .filter(e -> mount.servers().contains(e.server()) && e.share().equals(mount.share()))
                .findFirst();
    }

    Data summary(Ref self) {
        return Data.of("DatastoreSummary")
                .put("datastore", self)
                .text("name", Entities.escaped(name))
                .text("url", url())
                .large("capacity", capacity())
                .large("freeSpace", free())
                .large("uncommitted", 0)
                .flag("accessible", hosts.stream().anyMatch(this::accessible))
                .flag("multipleHostAccess", hosts.size() > 1)
                .text(
                        "type",
                        vmfs().isPresent()
                                ? "VMFS"
                                : nfs(hosts.getFirst()).version().equals("3") ? "NFS" : "NFS41")
                .text("maintenanceMode", world.site().emptied.contains(name) ? "inMaintenance" : "normal");
    }

    Data info() {
        Optional<Datastore> vmfs = vmfs();
        Data info = Data.of(vmfs.isPresent() ? "VmfsDatastoreInfo" : "NasDatastoreInfo")
                .text("name", Entities.escaped(name))
                .text("url", url())
                .large("freeSpace", free())
                .large("maxFileSize", 70_368_744_177_664L)
                .time("timestamp", world.now());
        return vmfs.isPresent()
                ? info.put("vmfs", vmfsVolume(vmfs.orElseThrow())).unset("scsiDiskType")
                : info.put("nas", nasVolume());
    }

    private Data vmfsVolume(Datastore store) {
        String version = store.type().replaceAll("[^0-9]", "");
        return Data.of("HostVmfsVolume")
                .text("type", "VMFS")
                .text("name", name)
                .large("capacity", capacity())
                .number("blockSizeMb", 1)
                .number("maxBlocks", 63_963_136)
                .number("majorVersion", Integer.parseInt(version.isEmpty() ? "6" : version.substring(0, 1)))
                .text(
                        "version",
                        (version.isEmpty() ? "6" : version) + (store.type().contains(".") ? "" : ".82"))
                .text("uuid", store.uuid())
                .list(
                        "extent",
                        "HostScsiDiskPartition",
                        Stream.of(Data.of("HostScsiDiskPartition")
                                .text("diskName", store.device())
                                .number("partition", 1)))
                .flag("vmfsUpgradable", false)
                .flag("ssd", disk(store).filter(Disk::ssd).isPresent())
                .flag(
                        "local",
                        hosts.stream()
                                .anyMatch(h -> world.host(h).localDisks.stream()
                                        .anyMatch(d -> d.device().equals(store.device()))))
                .unset("forceMountedInfo scsiDiskType unmapGranularity unmapPriority unmapBandwidthSpec");
    }

    private Data nasVolume() {
        NfsMount mount = nfs(hosts.getFirst());
        return Data.of("HostNasVolume")
                .text("type", mount.version().equals("3") ? "NFS" : "NFS41")
                .text("name", name)
                .large("capacity", capacity())
                .text("remoteHost", mount.servers().getFirst())
                .text("remotePath", mount.share())
                .unset("userName")
                .texts("remoteHostNames", mount.servers())
                .filled("securityType", mount.security())
                .flag("protocolEndpoint", false);
    }

    Listing mounts() {
        return Listing.of(
                "DatastoreHostMount",
                hosts.stream()
                        .map(h -> Data.of("DatastoreHostMount")
                                .put("key", world.hostRef(h))
                                .put("mountInfo", mount(h))));
    }

    /** How one host has it. */
    Data mount(String host) {
        boolean there = accessible(host);
        Data mount = Data.of("HostMountInfo")
                .text("path", "/vmfs/volumes/" + id())
                .text("accessMode", vmfs().isEmpty() && nfs(host).readOnly() ? "readOnly" : "readWrite")
                .flag("mounted", mounted(host))
                .flag("accessible", there);
        if (!there) {
            mount.text("inaccessibleReason", reason(host));
        }
        return mount.unset("inaccessibleReason vmknicName vmknicActive mountFailedReason numTcpConnections");
    }

    Listing machines() {
        return Listing.refs(world.site().vms.entrySet().stream()
                .filter(v -> world.manages(v.getValue().host))
                .filter(v -> v.getValue().datastores().contains(name))
                .map(Map.Entry::getKey)
                .map(v -> world.ref("VirtualMachine", v)));
    }

    static Data capability() {
        return Data.of("DatastoreCapability")
                .flag("directoryHierarchySupported", true)
                .flag("rawDiskMappingsSupported", true)
                .flag("perFileThinProvisioningSupported", true);
    }

    private boolean mounted(String host) {
        return vmfs().map(d -> !world.host(host).volumes.unmounted.contains(d.uuid()))
                .orElse(true);
    }

    private boolean accessible(String host) {
        if (!mounted(host) || !world.responds(host)) {
            return false;
        }
        return vmfs().map(d -> new Effects(world.site()).reachable(host, d.device()))
                .orElseGet(() -> export().isPresent());
    }

    private String reason(String host) {
        return mounted(host) && vmfs().isPresent() && world.responds(host) ? "AllPathsDown_Start" : "NotSpecified";
    }

    private long capacity() {
        return MIB
                * vmfs().map(d -> disk(d).map(Disk::sizeMib).orElse(0L))
                        .orElseGet(() -> export().map(NfsExport::sizeMib).orElse(0L));
    }

    private long free() {
        return MIB
                * vmfs().map(Datastore::freeMib)
                        .orElseGet(() -> export().map(NfsExport::freeMib).orElse(0L));
    }

    private Optional<Disk> disk(Datastore store) {
        return Claims.disks(world.site(), world.host(hosts.getFirst())).stream()
                .filter(d -> d.device().equals(store.device()))
                .findFirst();
    }

    /** NFS volumes have no UUID of their own; hosts make one up from server and folder. */
    private String id() {
        return vmfs().map(Datastore::uuid).orElseGet(() -> {
            NfsMount mount = nfs(hosts.getFirst());
            return "%08x-%08x"
                    .formatted(mount.servers().hashCode(), mount.share().hashCode());
        });
    }

    private String url() {
        return "ds:///vmfs/volumes/" + id() + "/";
    }
}

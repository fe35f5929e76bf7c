package io.twinpath.lab.vim;

import io.twinpath.lab.site.Claims;
import io.twinpath.lab.site.Disk;
import io.twinpath.lab.site.Host;
import io.twinpath.lab.site.Vm;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.vim.cluster.ClusterObject;
import io.twinpath.lab.vim.cluster.DistributedGroupObject;
import io.twinpath.lab.vim.cluster.DistributedSwitchObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a server has in its inventory, by name. */
public final class Inventory {

    private Inventory() {}

    static Stream<Ref> machines(World world) {
        return world.site().vms.entrySet().stream()
                .filter(v -> world.manages(v.getValue().host))
                .map(v -> world.ref("VirtualMachine", v.getKey()));
    }

    /** The machines of one host. */
    public static Stream<Ref> machines(World world, String host) {
        return world.site().vms.entrySet().stream()
                .filter(v -> v.getValue().host.equals(host))
                .map(Map.Entry<String, Vm>::getKey)
                .map(v -> world.ref("VirtualMachine", v));
    }

    static Stream<Ref> computeResources(World world) {
        Stream<Ref> clusters = world.vcenter()
                ? world.site().clusters.keySet().stream().map(c -> world.ref(ClusterObject.KIND, c))
                : Stream.empty();
        return Stream.concat(
                clusters, world.hosts().stream().filter(h -> alone(world, h)).map(h -> ComputeResource.of(world, h)));
    }

    /** Whether a host is in no cluster, as far as this server knows of clusters. */
    static boolean alone(World world, String host) {
        return !world.vcenter() || world.site().clusterOf(host).isEmpty();
    }

    /** What a host is part of. */
    public static Ref parent(World world, String host) {
        return world.site()
                .clusterOf(host)
                .filter(c -> world.vcenter())
                .map(c -> world.ref(ClusterObject.KIND, c.getKey()))
                .orElseGet(() -> ComputeResource.of(world, host));
    }

    /** The root pool of a cluster, or of a host alone. */
    public static Ref poolOf(World world, Ref owner) {
        return ResourcePool.of(world, owner);
    }

    /** The pool that the machines of a host are in. */
    public static Ref pool(World world, String host) {
        return poolOf(world, parent(world, host));
    }

    public static Ref machineFolder(World world) {
        return Folder.VM.ref(world);
    }

    public static Ref hostFolder(World world) {
        return Folder.HOST.ref(world);
    }

    public static Ref networkFolder(World world) {
        return Folder.NETWORK.ref(world);
    }

    static Stream<Ref> datastores(World world) {
        return names(world, Inventory::datastoreNames).map(d -> world.ref("Datastore", d));
    }

    /** The datastores of one host. */
    public static Stream<Ref> datastores(World world, String host) {
        return datastoreNames(world, host).stream().map(d -> world.ref("Datastore", d));
    }

    static Stream<Ref> networks(World world) {
        Stream<Ref> own = names(world, Inventory::networkNames).map(n -> world.ref("Network", n));
        return world.vcenter() ? Stream.concat(own, DistributedGroupObject.all(world)) : own;
    }

    /** What lies in the folder of networks: those, and the distributed switches. */
    static Stream<Ref> networkEntities(World world) {
        return world.vcenter() ? Stream.concat(networks(world), DistributedSwitchObject.all(world)) : networks(world);
    }

    /** How one host has a datastore. */
    public static Data mount(World world, Ref datastore, String host) {
        String name = world.key(datastore).orElseThrow();
        return new Volume(world, name, hosts(world, name, Inventory::datastoreNames)).mount(host);
    }

    /** The networks of one host. */
    public static Stream<Ref> networks(World world, String host) {
        Stream<Ref> own = networkNames(world, host).stream().map(n -> world.ref("Network", n));
        return world.vcenter() ? Stream.concat(own, DistributedGroupObject.of(world, host)) : own;
    }

    /** The volumes that a host has seen, or was told of. */
    static Set<String> datastoreNames(World world, String name) {
        Host host = world.host(name);
        Set<String> devices =
                Claims.disks(world.site(), host).stream().map(Disk::device).collect(Collectors.toSet());
        Set<String> names = world.site().datastores.entrySet().stream()
                .filter(d -> devices.contains(d.getValue().device()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        names.addAll(host.volumes.nfs.keySet());
        return names;
    }

    /** Port groups that no VMkernel interface stands in: only those are networks for machines. */
    static Set<String> networkNames(World world, String name) {
        Host host = world.host(name);
        Set<String> names = host.vswitches.values().stream()
                .flatMap(v -> v.portGroups.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        host.vmkernel.values().forEach(v -> names.remove(v.portGroup));
        return names;
    }

    private static Stream<String> names(World world, java.util.function.BiFunction<World, String, Set<String>> ofHost) {
        return world.hosts().stream()
                .flatMap(h -> ofHost.apply(world, h).stream())
                .distinct()
                .sorted();
    }

    /** The hosts that have something of that name. */
    static List<String> hosts(World world, String name, java.util.function.BiFunction<World, String, Set<String>> of) {
        return world.hosts().stream()
                .filter(h -> of.apply(world, h).contains(name))
                .toList();
    }
}

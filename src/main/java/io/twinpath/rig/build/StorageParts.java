package io.twinpath.rig.build;

import io.twinpath.kind.host.HostState;
import io.twinpath.kind.mount.Mount;
import io.twinpath.rig.part.Array;
import io.twinpath.rig.part.Datastore;
import io.twinpath.rig.part.Path;
import io.twinpath.rig.part.Portal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Arrays, datastores and which host has which, from all that is known of them. */
final class StorageParts {

    private final Sight sight;
    private final Wiring wiring;
    private final SortedMap<String, Array> arrays = new TreeMap<>();
    private final SortedMap<String, Datastore> datastores = new TreeMap<>();
    private final Map<String, SortedSet<String>> byHost = new HashMap<>();

    StorageParts(Sight sight, Wiring wiring) {
        this.sight = sight;
        this.wiring = wiring;
        sight.states().forEach(this::volumes);
        sight.hosts().forEach(this::mounts);
        sight.inventory()
                .ifPresent(i -> i.datastores()
                        .forEach((name, store) -> datastores.putIfAbsent(
                                name,
                                new Datastore(name, backing(store.fileSystem(), store.devices(), store.servers())))));
        sight.inventory()
                .ifPresent(i -> i.hosts().forEach((host, known) -> {
                    if (sight.state(host).isEmpty()) {
                        of(host).addAll(known.datastores());
                    }
                }));
        declaredStores();
        declaredArrays();
        sight.states().values().forEach(this::discovered);
    }

    private SortedSet<String> of(String host) {
        return byHost.computeIfAbsent(host, h -> new TreeSet<>());
    }

    private void volumes(String host, HostState state) {
        state.volumes().forEach((name, volume) -> {
            if (volume.mounted().orElse(true)) {
                Datastore store = new Datastore(name, backing(volume.fileSystem(), volume.devices(), volume.servers()));
                Datastore other = datastores.putIfAbsent(name, store);
                boolean same = other == null || other.equals(store);
                String unique = same ? name : name + " on " + host;
                datastores.putIfAbsent(unique, new Datastore(unique, store.backing()));
                of(host).add(unique);
            }
        });
    }

    private static Datastore.Backing backing(
            Optional<String> fileSystem, Optional<SortedSet<String>> devices, SortedSet<String> servers) {
        if (!servers.isEmpty()) {
            return new Datastore.Backing.Nfs(servers);
        }
        boolean vmfs = fileSystem.map(f -> f.startsWith("VMFS")).orElse(true);
        return vmfs && devices.filter(d -> !d.isEmpty()).isPresent()
                ? new Datastore.Backing.Devices(devices.orElseThrow())
                : new Datastore.Backing.Unknown();
    }

    /** What will be mounted, and what is declared to be gone. */
    private void mounts(String host) {
        sight.values().on(host, Mount.class).forEach((address, mount) -> {
            SortedSet<String> servers = new TreeSet<>();
            mount.nfs().ifPresent(nfs -> servers.add(nfs.host()));
            mount.nfs41().ifPresent(nfs -> servers.addAll(nfs.hosts()));
            if (!servers.isEmpty()) {
                datastores.putIfAbsent(mount.name(), new Datastore(mount.name(), new Datastore.Backing.Nfs(servers)));
                of(host).add(mount.name());
            } else if (mount.mounted().equals(Optional.of(false))) {
                of(host).remove(mount.name());
            }
        });
    }

    private void declaredStores() {
        sight.declared(io.twinpath.kind.datastore.Datastore.class).forEach((name, store) -> {
            SortedSet<String> devices = store.devices().isEmpty() ? new TreeSet<>(Set.of(name)) : store.devices();
            datastores.putIfAbsent(name, new Datastore(name, new Datastore.Backing.Devices(devices)));
            store.host().filter(h -> sight.state(h).isEmpty()).ifPresent(h -> of(h).add(name));
        });
    }

    private void declaredArrays() {
        sight.declared(io.twinpath.kind.array.Array.class).forEach((name, array) -> {
            SortedMap<String, Portal> portals = new TreeMap<>();
            array.portals().forEach(p -> {
                String ip = p.ip().toString();
                portals.put(ip, new Portal(ip, controller(array, p), wiring.socket(ip)));
            });
            arrays.put(name, new Array(name, portals, devicesOf(name)));
        });
    }

    private static Optional<String> controller(io.twinpath.kind.array.Array array, io.twinpath.model.Portal portal) {
        return array.controllers().entrySet().stream()
                .filter(c -> c.getValue().contains(portal))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private SortedSet<String> devicesOf(String array) {
        SortedSet<String> devices = new TreeSet<>();
        sight.declared(io.twinpath.kind.datastore.Datastore.class).forEach((name, store) -> {
            if (store.array().filter(array::equals).isPresent()
                    && datastores.get(name) instanceof Datastore(String n, Datastore.Backing.Devices d)) {
                devices.addAll(d.devices());
            }
        });
        return devices;
    }

    /** What sessions lead to belongs to the array that has the portal, or to one that is called as its target. */
    private void discovered(HostState state) {
        for (HostState.Path path : state.paths().values()) {
            Optional<String> ip = path.session().flatMap(s -> s.portal()).map(p -> p.ip().toString());
            if (ip.isPresent()) {
                String name = owner(ip.orElseThrow())
                        .or(() -> path.session().flatMap(s -> s.target()))
                        .orElse(ip.orElseThrow());
                add(name, ip.orElseThrow(), path.device());
            }
        }
    }

    private Optional<String> owner(String ip) {
        return arrays.values().stream()
                .filter(a -> a.portals().containsKey(ip))
                .map(Array::name)
                .findFirst();
    }

    private void add(String name, String ip, String device) {
        Array known = arrays.getOrDefault(name, new Array(name, new TreeMap<>(), new TreeSet<>()));
        if (known.portals().containsKey(ip) && known.devices().contains(device)) {
            return;
        }
        SortedMap<String, Portal> portals = new TreeMap<>(known.portals());
        portals.putIfAbsent(ip, new Portal(ip, Optional.empty(), wiring.socket(ip)));
        SortedSet<String> devices = new TreeSet<>(known.devices());
        devices.add(device);
        arrays.put(name, new Array(name, portals, devices));
    }

    SortedMap<String, Array> arrays() {
        return arrays;
    }

    SortedMap<String, Datastore> datastores() {
        return datastores;
    }

    /**
     * The datastores that a host has: those that it was found to have, and those of which it is expected to see every device.
     *
     * @param paths of the host
     */
    SortedSet<String> of(String host, Iterable<Path> paths) {
        SortedSet<String> devices = new TreeSet<>();
        paths.forEach(p -> devices.add(p.device()));
        SortedSet<String> has = new TreeSet<>(byHost.getOrDefault(host, new TreeSet<>()));
        datastores.forEach((name, store) -> {
            boolean shared =
                    sight.declared(io.twinpath.kind.datastore.Datastore.class).containsKey(name);
            if (shared && store.backing() instanceof Datastore.Backing.Devices d && devices.containsAll(d.devices())) {
                has.add(name);
            }
        });
        return has;
    }

    /** The paths to the disks of a host's own that only the spec tells of. */
    SortedSet<String> localDevices(String host) {
        SortedSet<String> devices = new TreeSet<>();
        sight.declared(io.twinpath.kind.datastore.Datastore.class).forEach((name, store) -> {
            if (store.host().filter(host::equals).isPresent()
                    && datastores.get(name) instanceof Datastore(String n, Datastore.Backing.Devices d)) {
                devices.addAll(d.devices());
            }
        });
        return devices;
    }
}

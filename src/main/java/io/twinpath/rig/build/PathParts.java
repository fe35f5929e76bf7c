package io.twinpath.rig.build;

import io.twinpath.kind.host.HostState;
import io.twinpath.kind.iscsi.Iscsi;
import io.twinpath.rig.part.Path;
import io.twinpath.rig.part.Vmk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The paths of one host: those that it lists, and from another point of view those that its configuration leads to. */
final class PathParts {

    private final Sight sight;
    private final StorageParts storage;

    PathParts(Sight sight, StorageParts storage) {
        this.sight = sight;
        this.storage = storage;
    }

    List<Path> of(String host, Collection<Vmk> vmks) {
        List<Path> found = new ArrayList<>();
        sight.state(host).ifPresent(state -> state.paths().forEach((name, path) -> found.add(found(name, path))));
        if (found.isEmpty()) {
            storage.localDevices(host)
                    .forEach(
                            device -> found.add(new Path("local > " + device, device, new Path.Carrier.Local(), true)));
        }
        Optional<Iscsi> iscsi = sight.values().single(host, Iscsi.class);
        boolean told = iscsi.filter(Iscsi::enabled).flatMap(Iscsi::sendTargets).isPresent();
        boolean asFound = sight.state(host).isPresent() && !sight.reshaped().contains(host);
        return asFound || !told ? found : merged(found, iscsi.orElseThrow(), vmks);
    }

    private static Path found(String name, HostState.Path path) {
        boolean works = path.state()
                .filter(s -> s == HostState.PathState.ACTIVE || s == HostState.PathState.STANDBY)
                .isPresent();
        return new Path(name, path.device(), carrier(path), works);
    }

    private static Path.Carrier carrier(HostState.Path path) {
        Optional<String> vmk = path.session().flatMap(HostState.Session::vmk);
        Optional<String> portal =
                path.session().flatMap(HostState.Session::portal).map(p -> p.ip().toString());
        if (vmk.isPresent() && portal.isPresent()) {
            return new Path.Carrier.Iscsi(vmk.orElseThrow(), portal.orElseThrow());
        }
        return path.fabric().equals(Optional.of(HostState.Fabric.ATTACHED))
                ? new Path.Carrier.Local()
                : new Path.Carrier.Other(path.fabric().map(Enum::name).orElse("an unknown transport"));
    }

    /** What is expected, under the host's names where it has the same path already; and what is no path of iSCSI. */
    private List<Path> merged(List<Path> found, Iscsi iscsi, Collection<Vmk> vmks) {
        Map<Ends, Path> known = new HashMap<>();
        List<Path> all = new ArrayList<>();
        for (Path path : found) {
            if (path.carrier() instanceof Path.Carrier.Iscsi c) {
                known.put(new Ends(c, path.device()), path);
            } else {
                all.add(path);
            }
        }
        SortedSet<String> asked = new TreeSet<>();
        iscsi.sendTargets().ifPresent(t -> t.forEach(p -> asked.add(p.ip().toString())));
        iscsi.staticTargets()
                .ifPresent(t -> t.forEach(s -> asked.add(s.portal().ip().toString())));
        boolean bound = vmks.stream().anyMatch(Vmk::bound);
        for (Path path : new Portals(storage.arrays()).expected(vmks, bound, asked)) {
            Path live = path.carrier() instanceof Path.Carrier.Iscsi c ? known.get(new Ends(c, path.device())) : null;
            all.add(live == null ? path : new Path(live.name(), path.device(), path.carrier(), true));
        }
        return all;
    }

    private record Ends(Path.Carrier.Iscsi carrier, String device) {}
}

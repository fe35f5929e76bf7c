package io.twinpath.graph;

import io.twinpath.rig.Effects;
import io.twinpath.rig.Effects.DatastoreEffect;
import io.twinpath.rig.Effects.DeviceEffect;
import io.twinpath.rig.Effects.HostEffect;
import io.twinpath.rig.MachineEffect;
import io.twinpath.rig.Rig;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Component.DomainNamed;
import io.twinpath.rig.part.Component.HostNamed;
import io.twinpath.rig.part.Component.SwitchNamed;
import io.twinpath.rig.part.Component.SwitchPort;
import io.twinpath.rig.part.Domain;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Path;
import io.twinpath.rig.part.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the rig says about a failure, looked up by part: what was out of order before and what the failure adds. */
final class Harm {

    private final Rig rig;
    private final Set<Component> failed;
    private final Map<String, HostEffect> hosts = new HashMap<>();
    private final Map<String, List<DeviceEffect>> devices = new HashMap<>();
    private final Map<String, List<DatastoreEffect>> datastores = new HashMap<>();
    private final Map<String, MachineEffect> machines = new HashMap<>();
    private final Set<List<String>> paths = new HashSet<>();

    Harm(Rig rig, Effects already, Effects effects) {
        this.rig = rig;
        this.failed = effects.failed();
        for (Effects each : List.of(already, effects)) {
            each.hosts().forEach(h -> hosts.put(h.host(), h));
            each.datastores()
                    .forEach(d -> datastores
                            .computeIfAbsent(d.datastore(), n -> new ArrayList<>())
                            .add(d));
            each.devices().forEach(this::device);
            machines.putAll(each.machines());
        }
    }

    private void device(DeviceEffect effect) {
        effect.lost().forEach(path -> paths.add(List.of(effect.host(), effect.device(), path)));
        List<DeviceEffect> known = devices.computeIfAbsent(effect.device(), n -> new ArrayList<>());
        known.removeIf(e -> e.host().equals(effect.host()));
        known.add(effect);
    }

    boolean hit(Component component) {
        return failed.contains(component);
    }

    /** The dead domain that takes a member down: any of its racks, or its last power feed. */
    Optional<String> domain(String member) {
        List<Domain> feeds = new ArrayList<>();
        for (Domain domain : rig.domains().values()) {
            if (domain.members().contains(member)) {
                if (domain.kind() == Domain.Kind.POWER) {
                    feeds.add(domain);
                } else if (hit(new DomainNamed(domain.name()))) {
                    return Optional.of(domain.name());
                }
            }
        }
        return !feeds.isEmpty() && feeds.stream().allMatch(feed -> hit(new DomainNamed(feed.name())))
                ? Optional.of(feeds.getLast().name())
                : Optional.empty();
    }

    Condition host(Host host) {
        if (hit(new HostNamed(host.name()))) {
            return Condition.failed();
        }
        if (host.condition() == Host.Condition.DOWN) {
            return Condition.lost("down already", "It did not run before.");
        }
        HostEffect effect = hosts.get(host.name());
        if (effect == null) {
            return host.condition() == Host.Condition.UNREAD
                    ? new Condition(State.OK, "not read", List.of("It did not answer; what it has is not known."))
                    : Condition.FINE;
        }
        return switch (effect.state()) {
            case DOWN -> new Condition(State.LOST, "down", effect.because());
            case CUT_OFF -> new Condition(State.DEGRADED, "cut off", effect.because());
        };
    }

    boolean down(Host host) {
        return host(host).gone();
    }

    Condition physical(String name) {
        if (hit(new SwitchNamed(name))) {
            return Condition.failed();
        }
        return domain(name)
                .map(domain -> Condition.lost("down", "It hangs on " + domain + "."))
                .orElse(Condition.FINE);
    }

    /** Why nothing comes out of where a cable ends. */
    Optional<String> dead(Socket socket) {
        if (physical(socket.name()).gone()) {
            return Optional.of("Its cable ends in switch " + socket.name() + ", which is down.");
        }
        return hit(new SwitchPort(socket.name(), socket.port()))
                ? Optional.of("Port " + socket.port() + " of switch " + socket.name() + " failed.")
                : Optional.empty();
    }

    boolean lost(Host host, Path path) {
        return !path.works() || paths.contains(List.of(host.name(), path.device(), path.name()));
    }

    List<DeviceEffect> devices(String device) {
        return devices.getOrDefault(device, List.of());
    }

    List<DatastoreEffect> datastores(String datastore) {
        return datastores.getOrDefault(datastore, List.of());
    }

    Optional<MachineEffect> machine(String name) {
        return Optional.ofNullable(machines.get(name));
    }

    Rig rig() {
        return rig;
    }
}

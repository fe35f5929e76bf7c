package io.twinpath.rig.build;

import io.twinpath.kind.advanced.AdvancedOption;
import io.twinpath.kind.card.Card;
import io.twinpath.kind.dvportgroup.DvPortGroup;
import io.twinpath.kind.dvs.Dvs;
import io.twinpath.kind.host.HostState;
import io.twinpath.kind.inventory.Inventory;
import io.twinpath.kind.iscsi.Iscsi;
import io.twinpath.kind.maintenance.Maintenance;
import io.twinpath.kind.nic.Nic;
import io.twinpath.kind.portgroup.PortGroup;
import io.twinpath.kind.vmkernel.VMkernel;
import io.twinpath.kind.vswitch.VSwitch;
import io.twinpath.model.Address;
import io.twinpath.model.HostFact;
import io.twinpath.model.PortRef;
import io.twinpath.rig.part.Assumption;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Path;
import io.twinpath.rig.part.Socket;
import io.twinpath.rig.part.Team;
import io.twinpath.rig.part.Vmk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One host as a part. */
final class HostParts {

    private final Sight sight;
    private final Wiring wiring;
    private final StorageParts storage;
    private final Collection<Assumption> assumptions;

    HostParts(Sight sight, Wiring wiring, StorageParts storage, Collection<Assumption> assumptions) {
        this.sight = sight;
        this.wiring = wiring;
        this.storage = storage;
        this.assumptions = assumptions;
    }

    Host of(String name) {
        HostPorts ports = new HostPorts(
                name,
                wiring,
                sight.catalogue(),
                sight.values().on(name, Card.class),
                mentioned(name),
                card -> asDeclared(name, card),
                neighbours(name));
        SortedMap<String, Team> teams = teams(name, ports);
        SortedMap<String, Vmk> vmks = vmks(name);
        List<Path> paths = new PathParts(sight, storage).of(name, vmks.values());
        return new Host(
                name,
                condition(name),
                maintenance(name),
                ports.cards(),
                ports.ports(links(name).keySet(), port -> usable(name, port, ports)),
                teams,
                vmks,
                paths,
                storage.of(name, paths),
                apd(name),
                capacity(name));
    }

    /** A card of another model than the spec wants there is not the one that it plugs cables into. */
    private boolean asDeclared(String host, String card) {
        Optional<? extends Record> wanted = Optional.ofNullable(
                        sight.spec().resources().get(Address.onHost("card", host, card)))
                .flatMap(r -> r.desired());
        Optional<String> there = Optional.ofNullable(
                        sight.values().on(host, Card.class).get(card))
                .map(Card::model);
        return wanted.filter(w ->
                        w instanceof Card c && there.filter(c.model()::equals).isEmpty())
                .isEmpty();
    }

    private Map<String, Socket> neighbours(String host) {
        Map<String, Socket> sockets = new TreeMap<>();
        sight.state(host)
                .flatMap(HostState::neighbours)
                .ifPresent(all -> all.forEach((port, neighbour) -> {
                    if (wiring.switches().containsKey(neighbour.device())) {
                        sockets.put(
                                port,
                                new Socket(neighbour.device(), neighbour.port().orElse("")));
                    }
                }));
        return sockets;
    }

    private SortedMap<String, HostState.Port> links(String host) {
        return new TreeMap<>(sight.state(host).map(HostState::ports).orElseGet(TreeMap::new));
    }

    private boolean usable(String host, String port, HostPorts ports) {
        boolean enabled = sight.values().on(host, Nic.class).values().stream()
                .filter(nic -> ports.name(nic.port()).equals(port))
                .allMatch(nic -> nic.enabled().orElse(true));
        HostState.Port seen = links(host).get(port);
        return enabled && (seen == null || seen.link().orElse(true));
    }

    /** Ports that something names which may not have been found. */
    private List<PortRef> mentioned(String host) {
        List<PortRef> mentioned = new ArrayList<>();
        sight.values().on(host, VSwitch.class).values().forEach(v -> v.uplinks().ifPresent(mentioned::addAll));
        sight.values().on(host, Nic.class).values().forEach(n -> mentioned.add(n.port()));
        for (Dvs dvs : sight.values().inSite(Dvs.class).values()) {
            Optional.ofNullable(dvs.hosts().get(host))
                    .flatMap(Dvs.Member::ports)
                    .ifPresent(mentioned::addAll);
        }
        return mentioned;
    }

    private SortedMap<String, Team> teams(String host, HostPorts ports) {
        HostTeams teams = new HostTeams(ports::name);
        teams.standard(
                sight.values().on(host, PortGroup.class), sight.values().on(host, VSwitch.class), !sight.looked());
        teams.distributed(
                host, sight.values().inSite(DvPortGroup.class), sight.values().inSite(Dvs.class));
        return teams.teams();
    }

    private SortedMap<String, Vmk> vmks(String host) {
        Set<String> bound = sight.values()
                .single(host, Iscsi.class)
                .filter(Iscsi::enabled)
                .flatMap(Iscsi::portBinding)
                .<Set<String>>map(TreeSet::new)
                .orElseGet(() -> carrying(host));
        SortedMap<String, Vmk> vmks = new TreeMap<>();
        sight.values().on(host, VMkernel.class).forEach((name, vmk) -> vmks.put(name, vmk(name, vmk, bound)));
        return vmks;
    }

    private static Vmk vmk(String name, VMkernel vmk, Set<String> bound) {
        return new Vmk(
                name,
                vmk.portGroup(),
                vmk.ip(),
                vmk.mtu(),
                vmk.services().orElseGet(TreeSet::new),
                bound.contains(name));
    }

    /** Where nobody says what is bound, what sessions start from. */
    private Set<String> carrying(String host) {
        SortedSet<String> vmks = new TreeSet<>();
        sight.state(host)
                .ifPresent(state -> state.paths()
                        .values()
                        .forEach(
                                p -> p.session().flatMap(HostState.Session::vmk).ifPresent(v -> vmks.add(v))));
        return vmks;
    }

    private Host.Condition condition(String host) {
        if (!sight.looked() || sight.answers().get(host) instanceof HostFact.Reached) {
            return Host.Condition.UP;
        }
        boolean lost = sight.known(host)
                .flatMap(Inventory.Host::connection)
                .filter(c -> c != Inventory.Connection.CONNECTED)
                .isPresent();
        assumptions.add(
                lost
                        ? new Assumption(host, host + " answers neither here nor to vCenter, and counts as down.")
                        : new Assumption(
                                host,
                                host + " could not be read; it counts as running, with all that it is needed for."));
        return lost ? Host.Condition.DOWN : Host.Condition.UNREAD;
    }

    private boolean maintenance(String host) {
        return sight.values()
                .single(host, Maintenance.class)
                .map(Maintenance::enabled)
                .or(() -> sight.state(host).map(HostState::maintenance))
                .or(() -> sight.known(host).flatMap(Inventory.Host::maintenance))
                .orElse(false);
    }

    private Host.Apd apd(String host) {
        Optional<HostState.Apd> seen = sight.state(host).map(HostState::apd);
        boolean handled = option(host, "Misc.APDHandlingEnable")
                .map(value -> value != 0)
                .or(() -> seen.flatMap(HostState.Apd::handled))
                .orElse(Host.Apd.AS_INSTALLED.handled());
        int timeout = option(host, "Misc.APDTimeout")
                .or(() -> seen.flatMap(HostState.Apd::timeout).map(s -> Math.toIntExact(s.count())))
                .orElse(Host.Apd.AS_INSTALLED.timeout());
        return new Host.Apd(handled, timeout);
    }

    private Optional<Integer> option(String host, String key) {
        return Optional.ofNullable(sight.values().on(host, AdvancedOption.class).get(key))
                .map(AdvancedOption::value)
                .filter(v -> v.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
    }

    private Host.Capacity capacity(String host) {
        OptionalLong cpu = sight.state(host)
                .flatMap(HostState::processors)
                .or(() -> sight.known(host).flatMap(Inventory.Host::processors))
                .map(p -> OptionalLong.of(p.capacity().count()))
                .orElseGet(OptionalLong::empty);
        OptionalLong memory = sight.state(host)
                .flatMap(HostState::memory)
                .or(() -> sight.known(host).flatMap(Inventory.Host::memory))
                .map(m -> OptionalLong.of(m.count()))
                .orElseGet(OptionalLong::empty);
        return new Host.Capacity(cpu, memory);
    }
}

package io.twinpath.graph;

import io.twinpath.kind.vmkernel.VMkernel.Service;
import io.twinpath.model.Ipv4;
import io.twinpath.rig.part.Card;
import io.twinpath.rig.part.Datastore;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Path;
import io.twinpath.rig.part.Port;
import io.twinpath.rig.part.Team;
import io.twinpath.rig.part.Vmk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Draws the parts of one host, from its cards to its paths. */
final class HostDraft {

    private final Host host;
    private final Links links;
    private final Draft draft;

    HostDraft(Host host, Harm harm, Draft draft) {
        this.host = host;
        this.links = new Links(host, harm);
        this.draft = draft;
    }

    void draw() {
        host.cards().values().forEach(this::card);
        ports().forEach(this::nic);
        SortedMap<String, List<Team>> carriers = new TreeMap<>();
        host.teams()
                .values()
                .forEach(team -> carriers.computeIfAbsent(team.carrier(), c -> new ArrayList<>())
                        .add(team));
        carriers.forEach(this::carrier);
        host.teams().values().forEach(this::team);
        host.vmks().values().forEach(this::vmk);
        management();
        host.paths().forEach(this::path);
    }

    private String id(String kind, String name) {
        return kind + ":" + host.name() + "/" + name;
    }

    private void node(Layer layer, String id, String label, String note, Condition condition, List<Fact> facts) {
        draft.node(id, layer, Optional.of(host.name()), label, note, condition, facts);
    }

    /** Those that it has, and those that a team names and nobody has seen. */
    private SortedSet<String> ports() {
        SortedSet<String> names = new TreeSet<>(host.ports().keySet());
        host.teams().values().forEach(team -> {
            names.addAll(team.active());
            names.addAll(team.standby());
        });
        return names;
    }

    private void card(Card card) {
        List<Fact> facts = new ArrayList<>(List.of(new Fact("model", card.model())));
        if (!card.aliases().isEmpty()) {
            facts.add(new Fact("slot", String.join(", ", card.aliases())));
        }
        card.driver().ifPresent(d -> facts.add(new Fact("driver", d)));
        node(Layer.CARD, id("card", card.id()), card.id(), card.model(), links.card(card), facts);
    }

    private void nic(String name) {
        String id = id("nic", name);
        Condition condition = links.nic(name);
        Optional<Port> port = Optional.ofNullable(host.ports().get(name));
        List<Fact> facts = new ArrayList<>();
        port.flatMap(Port::socket)
                .ifPresentOrElse(
                        s -> facts.add(new Fact("cable", s.name() + " port " + s.port())),
                        () -> facts.add(new Fact("cable", "nobody told where it ends")));
        String far =
                port.flatMap(Port::socket).map(s -> s.name() + " " + s.port()).orElse("");
        node(Layer.NIC, id, name, far, condition, facts);
        port.flatMap(Port::card)
                .ifPresent(card -> draft.edge(id("card", card), id, Edge.Kind.CARRIES, condition.gone()));
        port.flatMap(Port::socket)
                .ifPresent(s -> draft.edge("switch:" + s.name(), id, Edge.Kind.CABLE, condition.gone()));
    }

    private void carrier(String name, List<Team> teams) {
        String id = id("vswitch", name);
        List<Fact> facts = new ArrayList<>();
        teams.stream()
                .flatMap(t -> t.mtu().stream())
                .findFirst()
                .ifPresent(mtu -> facts.add(new Fact("MTU", "" + mtu)));
        Condition condition = links.carrier(teams);
        String note = teams.stream()
                .flatMap(t -> t.mtu().stream())
                .findFirst()
                .map(mtu -> "MTU " + mtu)
                .orElse("");
        node(Layer.VSWITCH, id, name, note, condition, facts);
        Set<String> active = teams.stream().flatMap(t -> t.active().stream()).collect(Collectors.toSet());
        Set<String> all =
                teams.stream().flatMap(t -> t.standby().stream()).collect(Collectors.toCollection(TreeSet::new));
        all.addAll(active);
        all.forEach(port -> draft.edge(
                id("nic", port),
                id,
                active.contains(port) ? Edge.Kind.CARRIES : Edge.Kind.STANDBY,
                links.nic(port).gone()));
    }

    private void team(Team team) {
        String id = id("port_group", team.portGroup());
        Condition condition = links.team(team);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("active", team.active().isEmpty() ? "none" : String.join(", ", team.active())));
        if (!team.standby().isEmpty()) {
            facts.add(new Fact("standby", String.join(", ", team.standby())));
        }
        team.vlan().ifPresent(vlan -> facts.add(new Fact("VLAN", "" + vlan)));
        if (team.ipHash()) {
            facts.add(new Fact("load balancing", "IP hash"));
        }
        List<String> uplinks = new ArrayList<>(team.active());
        team.standby().forEach(s -> uplinks.add("(" + s + ")"));
        node(
                Layer.PORT_GROUP,
                id,
                team.portGroup(),
                uplinks.isEmpty() ? "no uplink" : "over " + String.join(", ", uplinks),
                condition,
                facts);
        draft.edge(id("vswitch", team.carrier()), id, Edge.Kind.CARRIES, condition.gone());
    }

    private void vmk(Vmk vmk) {
        String id = id("vmk", vmk.name());
        Condition condition = links.vmk(vmk);
        List<Fact> facts = new ArrayList<>();
        vmk.ip().ifPresent(ip -> facts.add(new Fact("address", ip.toString())));
        vmk.mtu().ifPresent(mtu -> facts.add(new Fact("MTU", "" + mtu)));
        if (!vmk.services().isEmpty()) {
            facts.add(new Fact(
                    "services",
                    vmk.services().stream()
                            .map(s -> s.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                            .collect(Collectors.joining(", "))));
        }
        if (vmk.bound()) {
            facts.add(new Fact("iSCSI", "bound"));
        }
        node(Layer.VMK, id, vmk.name(), vmk.ip().map(ip -> ip.ip().toString()).orElse(""), condition, facts);
        draft.edge(id("port_group", vmk.portGroup()), id, Edge.Kind.CARRIES, condition.gone());
        files(vmk, id, condition.gone());
    }

    /** An NFS volume has no paths: an interface in the network of its server leads there. */
    private void files(Vmk vmk, String id, boolean gone) {
        for (String name : host.datastores()) {
            Datastore datastore = draft.rig().datastores().get(name);
            if (datastore != null && datastore.backing() instanceof Datastore.Backing.Nfs nfs) {
                nfs.servers().stream()
                        .flatMap(s -> draft.addresses(s).stream())
                        .filter(ip -> near(vmk, ip))
                        .forEach(ip -> draft.edge(id, "portal:" + ip, Edge.Kind.CARRIES, gone));
            }
        }
    }

    private static boolean near(Vmk vmk, String ip) {
        try {
            Ipv4 address = Ipv4.parse(ip);
            return vmk.ip().filter(own -> own.contains(address)).isPresent();
        } catch (IllegalArgumentException named) {
            return false;
        }
    }

    private void management() {
        List<Vmk> ways = host.vmks().values().stream()
                .filter(v -> v.services().contains(Service.MANAGEMENT))
                .toList();
        if (!ways.isEmpty()) {
            String id = "management:" + host.name();
            Condition condition = links.management(ways);
            node(Layer.PATH, id, "management", "", condition, List.of());
            ways.forEach(w -> draft.edge(
                    id("vmk", w.name()),
                    id,
                    Edge.Kind.CARRIES,
                    condition.gone() || links.vmk(w).gone()));
        }
    }

    /** A host's own disk has a path in name only, which is not drawn. */
    private void path(Path path) {
        String id = id("path", path.name());
        String device = draft.deviceId(path.device());
        switch (path.carrier()) {
            case Path.Carrier.Local local -> {}
            case Path.Carrier.Iscsi iscsi -> {
                boolean gone = path(path, id, iscsi.portal());
                draft.edge(id("vmk", iscsi.vmk()), id, Edge.Kind.CARRIES, gone);
                boolean known = draft.portal(iscsi.portal());
                draft.edge(id, known ? "portal:" + iscsi.portal() : device, Edge.Kind.CARRIES, gone);
                if (known && !draft.served(path.device())) {
                    draft.edge("portal:" + iscsi.portal(), device, Edge.Kind.CARRIES, gone);
                }
            }
            case Path.Carrier.Other other -> {
                boolean gone = path(path, id, other.transport());
                draft.edge(id, device, Edge.Kind.CARRIES, gone);
            }
        }
    }

    private boolean path(Path path, String id, String over) {
        Condition condition = links.path(path);
        List<Fact> facts = List.of(new Fact("path", path.name()), new Fact("device", path.device()));
        String name = Names.path(path.name());
        node(Layer.PATH, id, name.contains(" > ") ? "to " + over : name, "", condition, facts);
        return condition.gone();
    }
}

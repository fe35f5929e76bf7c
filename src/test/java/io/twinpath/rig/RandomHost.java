package io.twinpath.rig;

import io.twinpath.kind.vmkernel.VMkernel.Service;
import io.twinpath.model.Ipv4;
import io.twinpath.model.Ipv4Prefix;
import io.twinpath.rig.part.Array;
import io.twinpath.rig.part.Card;
import io.twinpath.rig.part.Datastore;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Path;
import io.twinpath.rig.part.Port;
import io.twinpath.rig.part.Team;
import io.twinpath.rig.part.Vmk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One host of a {@link RandomRig}: six ports on two or three cards, and what leads over them. */
final class RandomHost {

    private final RandomRig draw;
    private final int number;
    private final String name;
    private final SortedMap<String, Card> cards = new TreeMap<>();
    private final SortedMap<String, Port> ports = new TreeMap<>();
    private final SortedMap<String, Team> teams = new TreeMap<>();
    private final SortedMap<String, Vmk> vmks = new TreeMap<>();
    private final List<Path> paths = new ArrayList<>();
    private final SortedSet<String> mounts = new TreeSet<>();

    RandomHost(RandomRig draw, int number) {
        this.draw = draw;
        this.number = number;
        this.name = "h" + number;
    }

    Host host() {
        Host.Condition condition = draw.chance(93)
                ? Host.Condition.UP
                : draw.pick(List.of(Host.Condition.UNREAD, Host.Condition.UNREAD, Host.Condition.DOWN));
        boolean blank = condition != Host.Condition.UP && draw.chance(60);
        if (!blank) {
            ports();
            networks();
            paths();
        }
        mounts();
        return new Host(
                name,
                condition,
                draw.chance(6),
                cards,
                ports,
                teams,
                vmks,
                paths,
                mounts,
                new Host.Apd(draw.chance(85), draw.pick(List.of(20, 140))),
                new Host.Capacity(
                        amount(List.of(2000L, 8000L, 20_000L)),
                        amount(List.of(32L, 48L, 64L).stream()
                                .map(g -> g * 1024)
                                .toList())));
    }

    private OptionalLong amount(List<Long> choices) {
        return draw.chance(6) ? OptionalLong.empty() : OptionalLong.of(draw.pick(choices));
    }

    private void ports() {
        card("onboard", "vmnic0", "vmnic1");
        if (draw.chance(60)) {
            card("a", "vmnic2");
            card("b", "vmnic3");
        } else {
            card("ab", "vmnic2", "vmnic3");
        }
    }

    private void card(String id, String... own) {
        boolean known = draw.chance(95);
        if (known) {
            cards.put(
                    id,
                    new Card(id, new TreeSet<>(), id, Optional.empty(), Optional.empty(), new TreeSet<>(List.of(own))));
        }
        for (String port : own) {
            String subnet = switch (port) {
                case "vmnic2" -> RandomRig.FABRIC_A;
                case "vmnic3" -> RandomRig.FABRIC_B;
                default -> RandomRig.MANAGEMENT;
            };
            ports.put(
                    port,
                    new Port(
                            port,
                            known ? Optional.of(id) : Optional.empty(),
                            draw.chance(96),
                            draw.socket(draw.carrying(subnet))));
        }
    }

    private void networks() {
        pair("Management", "vmnic0", "vmnic1", 20);
        pair("VM Network", "vmnic0", "vmnic1", 20);
        boolean bound = draw.chance(65);
        pair("iSCSI-A", "vmnic2", "vmnic3", bound ? 90 : 30);
        vmk("vmk0", "Management", RandomRig.MANAGEMENT, draw.chance(95), false);
        vmk("vmk1", "iSCSI-A", RandomRig.FABRIC_A, draw.chance(5), bound);
        if (draw.chance(80)) {
            pair("iSCSI-B", "vmnic3", "vmnic2", bound ? 90 : 30);
            vmk("vmk2", "iSCSI-B", RandomRig.FABRIC_B, draw.chance(10), bound && draw.chance(90));
        }
        if (draw.chance(35)) {
            pair("Files", draw.pick(List.copyOf(ports.keySet())), "vmnic1", 40);
            vmk("vmk3", draw.chance(95) ? "Files" : "Lost", RandomRig.FILES, draw.chance(10), false);
        }
        if (draw.chance(20)) {
            team("Inside", List.of(), List.of());
        }
    }

    /** @param alone how often in a hundred the first of the two is the only one */
    private void pair(String group, String first, String second, int alone) {
        if (draw.chance(alone) || first.equals(second)) {
            team(group, List.of(first), List.of());
        } else if (draw.chance(50)) {
            team(group, List.of(first), List.of(second));
        } else {
            team(group, List.of(first, draw.chance(97) ? second : "vmnic9"), List.of());
        }
    }

    private void team(String group, List<String> active, List<String> standby) {
        teams.put(group, new Team(group, "vSwitch0", active, standby, Optional.empty(), Optional.empty(), false, true));
    }

    private void vmk(String vmk, String group, String subnet, boolean manages, boolean bound) {
        String ip = subnet.replace("0/24", 100 + number + "/24");
        SortedSet<Service> services = new TreeSet<>(manages ? List.of(Service.MANAGEMENT) : List.of(Service.VMOTION));
        Optional<Ipv4Prefix> known = draw.chance(95) ? Optional.of(Ipv4Prefix.parse(ip)) : Optional.empty();
        vmks.put(vmk, new Vmk(vmk, group, known, Optional.empty(), services, bound));
    }

    private void paths() {
        for (Array array : draw.declared().values()) {
            for (String ip : array.portals().keySet()) {
                for (Vmk vmk : vmks.values()) {
                    boolean near = vmk.ip()
                            .map(net -> net.contains(Ipv4.parse(ip)))
                            .orElse(vmk.name().equals("vmk1"));
                    if (draw.chance(near ? 92 : 1)) {
                        String over = draw.chance(98) ? vmk.name() : "vmk7";
                        array.devices().forEach(d -> path(d, new Path.Carrier.Iscsi(over, ip)));
                    }
                }
            }
            if (draw.chance(8)) {
                array.devices().forEach(d -> path(d, new Path.Carrier.Other("fc")));
            }
        }
        if (draw.chance(35)) {
            own("disk-" + name, new Path.Carrier.Local());
        }
        if (draw.chance(8)) {
            own("far", new Path.Carrier.Iscsi("vmk1", "10.20.0.99"));
        }
    }

    private void own(String device, Path.Carrier carrier) {
        path(device, carrier);
        draw.datastore("on-" + device, new Datastore.Backing.Devices(new TreeSet<>(List.of(device))));
    }

    private void path(String device, Path.Carrier carrier) {
        paths.add(new Path("p" + paths.size(), device, carrier, draw.chance(97)));
    }

    private void mounts() {
        for (Datastore store : draw.stores().values()) {
            boolean sees = switch (store.backing()) {
                case Datastore.Backing.Devices devices ->
                    paths.isEmpty()
                            || devices.devices().stream()
                                    .allMatch(d -> paths.stream()
                                            .anyMatch(p -> p.device().equals(d)));
                case Datastore.Backing.Nfs nfs -> true;
                case Datastore.Backing.Unknown unknown -> true;
            };
            if (draw.chance(sees ? 92 : 2)) {
                mounts.add(store.name());
            }
        }
    }
}

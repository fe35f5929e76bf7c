package io.twinpath.rig;

import io.twinpath.rig.part.Array;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Component.ArrayNamed;
import io.twinpath.rig.part.Component.CardOf;
import io.twinpath.rig.part.Component.ControllerOf;
import io.twinpath.rig.part.Component.DeviceNamed;
import io.twinpath.rig.part.Component.DomainNamed;
import io.twinpath.rig.part.Component.NicPort;
import io.twinpath.rig.part.Component.PortalAt;
import io.twinpath.rig.part.Component.SwitchNamed;
import io.twinpath.rig.part.Host;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/** Lists all parts of a rig that can fail by themselves: those that it declares, and those that its hosts lean on. */
final class Inventory {

    private Inventory() {}

    static SortedSet<Component> of(Rig rig, Collection<Component> leaned) {
        SortedSet<Component> parts = new TreeSet<>(leaned);
        for (Host host : rig.hosts().values()) {
            host.ports().keySet().forEach(port -> parts.add(new NicPort(host.name(), port)));
            host.cards().keySet().forEach(card -> parts.add(new CardOf(host.name(), card)));
        }
        rig.switches().keySet().forEach(name -> parts.add(new SwitchNamed(name)));
        rig.domains().keySet().forEach(name -> parts.add(new DomainNamed(name)));
        for (Array array : rig.arrays().values()) {
            parts.add(new ArrayNamed(array.name()));
            array.devices().forEach(device -> parts.add(new DeviceNamed(device)));
            array.portals().values().forEach(portal -> {
                parts.add(new PortalAt(portal.ip()));
                portal.controller().ifPresent(c -> parts.add(new ControllerOf(array.name(), c)));
            });
        }
        return parts;
    }
}

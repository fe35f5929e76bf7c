package io.twinpath.risk.rule;

import io.twinpath.rig.Rig;
import io.twinpath.rig.part.Array;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Port;
import io.twinpath.rig.part.Portal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts that a part goes down with and that are named in its place when they do no more: the card of a port, the port at the other end of
 * a cable, the controller of a portal. Looked up in an index that is made once, with one look at each port and each portal of the rig.
 */
final class Bearers {

    private final Map<Component, List<Component>> bearers = new HashMap<>();

    Bearers(Rig rig) {
        rig.hosts().values().forEach(host -> host.ports().values().forEach(port -> port(host, port)));
        rig.arrays().values().forEach(array -> array.portals().values().forEach(portal -> portal(array, portal)));
    }

    List<Component> of(Component part) {
        return bearers.getOrDefault(part, List.of());
    }

    private void port(Host host, Port port) {
        Component nic = new Component.NicPort(host.name(), port.name());
        List<Component> chain = new ArrayList<>(List.of(nic));
        port.card().ifPresent(card -> {
            Component whole = new Component.CardOf(host.name(), card);
            add(nic, whole);
            chain.add(whole);
        });
        port.socket()
                .ifPresent(socket ->
                        chain.forEach(part -> add(new Component.SwitchPort(socket.name(), socket.port()), part)));
    }

    private void portal(Array array, Portal portal) {
        Component door = new Component.PortalAt(portal.ip());
        List<Component> chain = new ArrayList<>(List.of(door));
        portal.controller().ifPresent(controller -> {
            Component whole = new Component.ControllerOf(array.name(), controller);
            add(door, whole);
            chain.add(whole);
        });
        portal.socket()
                .ifPresent(socket ->
                        chain.forEach(part -> add(new Component.SwitchPort(socket.name(), socket.port()), part)));
    }

    private void add(Component part, Component bearer) {
        bearers.computeIfAbsent(part, p -> new ArrayList<>()).add(bearer);
    }
}

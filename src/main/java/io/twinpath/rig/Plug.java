package io.twinpath.rig;

import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Component.CardOf;
import io.twinpath.rig.part.Component.NicPort;
import io.twinpath.rig.part.Component.SwitchNamed;
import io.twinpath.rig.part.Component.SwitchPort;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Port;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A port of a host and the cable in it. It has link while its card lives and the far end does; a port that nobody said the
 * cable of has link, and leads everywhere.
 *
 * @param known whether the host has a port of this name
 * @param usable whether it had link before anything failed
 * @param jack where the cable ends
 */
record Plug(NicPort part, boolean known, boolean usable, Optional<CardOf> card, Optional<Jack> jack) {

    /**
     * The far end of a cable.
     *
     * @param mapped whether the physical switch is one that somebody declared
     */
    record Jack(SwitchNamed box, SwitchPort port, boolean mapped) {

        static Jack of(io.twinpath.rig.part.Socket socket, Fabric fabric) {
            return new Jack(
                    new SwitchNamed(socket.name()),
                    new SwitchPort(socket.name(), socket.port()),
                    fabric.knows(socket.name()));
        }

        boolean lives(Outage outage) {
            return !outage.hit(port) && !outage.down(box, box.name());
        }

        void parts(Domains domains, Consumer<Component> out) {
            out.accept(port);
            out.accept(box);
            domains.of(box.name()).forEach(out);
        }
    }

    static Plug of(Host host, String name, Fabric fabric) {
        NicPort part = new NicPort(host.name(), name);
        if (!host.ports().containsKey(name)) {
            return new Plug(part, false, true, Optional.empty(), Optional.empty());
        }
        Port port = host.ports().get(name);
        return new Plug(
                part,
                true,
                port.usable(),
                port.card().map(card -> new CardOf(host.name(), card)),
                port.socket().map(socket -> Jack.of(socket, fabric)));
    }

    boolean hasLink(Outage outage) {
        return usable
                && !outage.hit(part)
                && (card.isEmpty() || !outage.hit(card.orElseThrow()))
                && (jack.isEmpty() || jack.orElseThrow().lives(outage));
    }

    /** The declared switch that frames enter; empty when nobody said which, so that they get everywhere. */
    Optional<String> enters() {
        return jack.filter(Jack::mapped).map(j -> j.box().name());
    }

    /** All parts that its link can depend on. */
    void parts(Domains domains, Consumer<Component> out) {
        out.accept(part);
        card.ifPresent(out);
        jack.ifPresent(j -> j.parts(domains, out));
    }
}

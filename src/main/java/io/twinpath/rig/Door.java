package io.twinpath.rig;

import io.twinpath.model.Ipv4;
import io.twinpath.rig.part.Array;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Component.ArrayNamed;
import io.twinpath.rig.part.Component.ControllerOf;
import io.twinpath.rig.part.Component.PortalAt;
import io.twinpath.rig.part.Portal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An address at which storage answers: a portal of an array, or a server of NFS volumes. An address that no array declares lives
 * until it is named as failed itself.
 *
 * @param ip empty when the address is none that can be read: then it counts as in everybody's network
 */
record Door(
        PortalAt part,
        Optional<Ipv4> ip,
        List<ArrayNamed> arrays,
        List<ControllerOf> controllers,
        Optional<Plug.Jack> jack) {

    static Door of(String address, Collection<Array> all, Fabric fabric) {
        List<ArrayNamed> arrays = new ArrayList<>();
        List<ControllerOf> controllers = new ArrayList<>();
        Optional<Plug.Jack> jack = Optional.empty();
        for (Array array : all) {
            if (array.portals().containsKey(address)) {
                Portal portal = array.portals().get(address);
                arrays.add(new ArrayNamed(array.name()));
                portal.controller().ifPresent(c -> controllers.add(new ControllerOf(array.name(), c)));
                jack = jack.or(() -> portal.socket().map(s -> Plug.Jack.of(s, fabric)));
            }
        }
        return new Door(new PortalAt(address), parsed(address), arrays, controllers, jack);
    }

    private static Optional<Ipv4> parsed(String address) {
        try {
            return Optional.of(Ipv4.parse(address));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    boolean lives(Outage outage) {
        if (outage.hit(part)) {
            return false;
        }
        for (ArrayNamed array : arrays) {
            if (outage.down(array, array.name())) {
                return false;
            }
        }
        return controllers.stream().noneMatch(outage::hit)
                && (jack.isEmpty() || jack.orElseThrow().lives(outage));
    }

    /** The declared switch behind which it is; empty when nobody said: then it is wherever a host looks for it. */
    Optional<String> behind() {
        return jack.filter(Plug.Jack::mapped).map(j -> j.box().name());
    }

    void parts(Domains domains, Consumer<Component> out) {
        out.accept(part);
        controllers.forEach(out);
        for (ArrayNamed array : arrays) {
            out.accept(array);
            domains.of(array.name()).forEach(out);
        }
        jack.ifPresent(j -> j.parts(domains, out));
    }
}

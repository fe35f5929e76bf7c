package io.twinpath.rig;

import io.twinpath.rig.part.Array;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Component.ArrayNamed;
import io.twinpath.rig.part.Component.DeviceNamed;
import io.twinpath.rig.part.Component.LocalDisk;
import io.twinpath.rig.part.Path;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * A path of a host, with what it leads over. A path that did not work before anything failed does not count.
 *
 * @param session its number among the sessions of the host; empty when it is none of software iSCSI
 * @param arrays that serve the device
 */
record Line(Path path, OptionalInt session, List<ArrayNamed> arrays, DeviceNamed unit, LocalDisk disk) {

    static Line of(String host, Path path, OptionalInt session, Iterable<Array> all) {
        List<ArrayNamed> arrays = new java.util.ArrayList<>();
        for (Array array : all) {
            if (array.devices().contains(path.device())) {
                arrays.add(new ArrayNamed(array.name()));
            }
        }
        return new Line(
                path, session, List.copyOf(arrays), new DeviceNamed(path.device()), new LocalDisk(host, path.device()));
    }

    boolean local() {
        return path.carrier() instanceof Path.Carrier.Local;
    }

    /** Whether the way to the array is whole, be the unit there or not. */
    boolean leads(Outage outage, BitSet reached) {
        if (!path.works()) {
            return false;
        }
        if (local()) {
            return !outage.hit(disk);
        }
        for (ArrayNamed array : arrays) {
            if (outage.down(array, array.name())) {
                return false;
            }
        }
        return session.isEmpty() || reached.get(session.orElseThrow());
    }

    /** Whether the unit at the end of it is gone for good. */
    boolean gone(Outage outage) {
        return !local() && outage.hit(unit);
    }

    void parts(Domains domains, Consumer<Component> out) {
        if (local()) {
            out.accept(disk);
            return;
        }
        out.accept(unit);
        for (ArrayNamed array : arrays) {
            out.accept(array);
            domains.of(array.name()).forEach(out);
        }
    }
}

package io.twinpath.kind.host;

import io.twinpath.kind.host.HostState.Machine;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Machines in one order, whoever lists them. */
final class Machines {

    private static final Comparator<Machine> ORDER =
            Comparator.comparing(Machine::name).thenComparing(m -> m.datastore().orElse(""));

    private Machines() {}

    static List<Machine> sorted(Collection<Machine> machines) {
        return machines.stream().sorted(ORDER).toList();
    }
}

package io.twinpath.rig;

import io.twinpath.rig.Effects.DatastoreEffect;
import io.twinpath.rig.Effects.DeviceEffect;
import io.twinpath.rig.Effects.DeviceState;
import io.twinpath.rig.Effects.HostEffect;
import io.twinpath.rig.Effects.HostState;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Tells what a host has lost between two standings. Of a host that does not run nothing else is told. */
final class HostTelling {

    private final List<DeviceEffect> devices = new ArrayList<>();
    private final List<DatastoreEffect> datastores = new ArrayList<>();
    private final List<HostEffect> hosts = new ArrayList<>();

    void tell(Circuit circuit, Reasons reasons, Standing from, Standing to) {
        String name = circuit.host().name();
        if (!to.core().up()) {
            if (from.core().up()) {
                hosts.add(new HostEffect(name, HostState.DOWN, reasons.host()));
            }
            return;
        }
        if (to.core().cutOff() && !from.core().cutOff()) {
            hosts.add(new HostEffect(name, HostState.CUT_OFF, reasons.management()));
        }
        devices(circuit, reasons, from, to);
        for (String datastore : circuit.host().datastores()) {
            int number = circuit.numbers().getOrDefault(datastore, 0);
            if (to.core().lost(number) && !from.core().lost(number)) {
                datastores.add(new DatastoreEffect(name, datastore, reasons.datastore(datastore)));
            }
        }
    }

    private void devices(Circuit circuit, Reasons reasons, Standing from, Standing to) {
        BitSet dead = (BitSet) from.lit().clone();
        dead.andNot(to.lit());
        if (dead.isEmpty()) {
            return;
        }
        for (Volume.Unit unit : circuit.units()) {
            List<String> lost = unit.paths().stream()
                    .filter(dead::get)
                    .map(i -> circuit.lines().get(i).path().name())
                    .toList();
            if (!lost.isEmpty()) {
                int left = (int) unit.paths().stream().filter(to.lit()::get).count();
                devices.add(
                        new DeviceEffect(circuit.host().name(), unit.device(), lost, left, state(reasons.state(unit))));
            }
        }
    }

    private static DeviceState state(Volume.State state) {
        return switch (state) {
            case FINE -> DeviceState.DEGRADED;
            case APD -> DeviceState.APD;
            case PDL -> DeviceState.PDL;
        };
    }

    List<DeviceEffect> devices() {
        return devices;
    }

    List<DatastoreEffect> datastores() {
        return datastores;
    }

    List<HostEffect> hosts() {
        return hosts;
    }
}

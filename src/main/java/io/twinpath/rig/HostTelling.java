package io.twinpath.rig;

import io.twinpath.rig.Effects.DatastoreEffect;
import io.twinpath.rig.Effects.DeviceEffect;
import io.twinpath.rig.Effects.DeviceState;
import io.twinpath.rig.Effects.HostEffect;
import io.twinpath.rig.Effects.HostState;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells what a host has lost between two standings. Of a host that does not run nothing else is told. */
final class HostTelling {

    private final List<DeviceEffect> devices = new ArrayList<>();
    private final List<DatastoreEffect> datastores = new ArrayList<>();
    private final List<HostEffect> hosts = new ArrayList<>();

    void tell(Circuit circuit, Outage outage, Standing from, Standing to) {
        String name = circuit.host().name();
        Reasons reasons = new Reasons(circuit, outage);
        if (!to.core().up()) {
            if (from.core().up()) {
                hosts.add(new HostEffect(name, HostState.DOWN, reasons.host()));
            }
            return;
        }
        if (to.core().cutOff() && !from.core().cutOff()) {
            hosts.add(new HostEffect(name, HostState.CUT_OFF, reasons.management()));
        }
        devices(circuit, outage, from, to);
        for (String datastore : circuit.host().datastores()) {
            int number = circuit.numbers().getOrDefault(datastore, 0);
            if (to.core().lost(number) && !from.core().lost(number)) {
                datastores.add(new DatastoreEffect(name, datastore, reasons.datastore(datastore)));
            }
        }
    }

    private void devices(Circuit circuit, Outage outage, Standing from, Standing to) {
        SortedMap<String, List<Integer>> paths = new TreeMap<>();
        for (int i = 0; i < circuit.lines().size(); i++) {
            paths.computeIfAbsent(circuit.lines().get(i).path().device(), d -> new ArrayList<>())
                    .add(i);
        }
        Circuit.Probe probe = circuit.probe(outage);
        paths.forEach((device, numbers) -> {
            List<String> lost = numbers.stream()
                    .filter(i -> from.lit().get(i) && !to.lit().get(i))
                    .map(i -> circuit.lines().get(i).path().name())
                    .toList();
            if (!lost.isEmpty()) {
                int left = (int) numbers.stream().filter(to.lit()::get).count();
                Volume.Unit unit = new Volume.Unit(device, numbers, circuit.lines(), false);
                devices.add(
                        new DeviceEffect(circuit.host().name(), device, lost, left, state(unit.state(outage, probe))));
            }
        });
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

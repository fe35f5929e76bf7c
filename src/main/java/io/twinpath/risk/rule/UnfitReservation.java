package io.twinpath.risk.rule;

import io.twinpath.model.Address;
import io.twinpath.rig.part.Machine;
import io.twinpath.risk.Finding;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.Rule;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Severity;
import io.twinpath.risk.readiness.Readiness;
import io.twinpath.risk.readiness.Ready;
import java.util.ArrayList;
import java.util.List;

/**
 * What a virtual machine has reserved is free on no other host of its cluster, although nothing else keeps it from each of them
 * that is open: neither vMotion nor HA brings it elsewhere. Silent about hosts whose capacity is not known, where everything counts as
 * fitting.
 */
public final class UnfitReservation implements Rule {

    @Override
    public String code() {
        return "RSK0206";
    }

    @Override
    public String summary() {
        return "Reservation that fits on no other host";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        Readiness readiness = new Readiness(scene);
        List<Finding> findings = new ArrayList<>();
        for (Machine machine : scene.rig().machines().values()) {
            if (machine.runs() && machine.cpuMhz() + machine.memoryMb() > 0 && readiness.crowded(machine)) {
                readiness
                        .of(machine.name())
                        .filter(UnfitReservation::unfit)
                        .ifPresent(ready -> findings.add(finding(scene, machine, ready)));
            }
        }
        return findings;
    }

    private static boolean unfit(Ready ready) {
        return ready.restart().to().isEmpty()
                && ready.restart().refusals().values().stream().anyMatch(why -> why.contains(" reserved, and "));
    }

    private Finding finding(Scene scene, Machine machine, Ready ready) {
        Address address = Address.inSite("vm", machine.name());
        String title = "No other host can promise " + machine.name() + " what it has reserved. "
                + String.join(" ", ready.restart().refusals().values());
        Finding finding = Finding.of(code(), Severity.HIGH, title, address.toString())
                .at(scene.place(address, "memory", "reservation"))
                .remedy(Remedy.of("Reserve less, or keep as much free on a second host."));
        return machine.host().map(finding::on).orElse(finding);
    }
}

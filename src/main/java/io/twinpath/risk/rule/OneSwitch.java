package io.twinpath.risk.rule;

import io.twinpath.model.Address;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Vmk;
import io.twinpath.risk.Finding;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.Rule;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All interfaces of a host that iSCSI is bound to enter one physical switch: two fabrics in name, one in truth. Silent about
 * hosts of which a cable is not declared.
 */
public final class OneSwitch implements Rule {

    @Override
    public String code() {
        return "RSK0104";
    }

    @Override
    public String summary() {
        return "Both fabrics on one switch";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        Map<String, SortedSet<String>> hosts = new TreeMap<>();
        scene.rig()
                .hosts()
                .values()
                .forEach(host -> common(host)
                        .ifPresent(name -> hosts.computeIfAbsent(name, n -> new TreeSet<>())
                                .add(host.name())));
        return hosts.entrySet().stream()
                .map(entry -> Finding.of(
                                code(),
                                Severity.MEDIUM,
                                "The switch " + entry.getKey() + " carries all iSCSI of " + Words.some(entry.getValue())
                                        + ": when it fails or restarts, no path is left.",
                                "switch:" + entry.getKey())
                        .on(entry.getValue())
                        .at(scene.place(Address.inSite("switch", entry.getKey())))
                        .remedy(Remedy.of("Lead one of the fabrics over another switch.")))
                .toList();
    }

    private static Optional<String> common(Host host) {
        List<Vmk> bound = Storage.bound(host);
        boolean known = bound.stream().allMatch(vmk -> Storage.team(host, vmk).isPresent());
        if (bound.size() < 2 || !known) {
            return Optional.empty();
        }
        SortedSet<String> uplinks = new TreeSet<>();
        bound.forEach(
                vmk -> uplinks.addAll(Storage.uplinks(Storage.team(host, vmk).orElseThrow())));
        return Storage.oneSwitch(host, uplinks);
    }
}

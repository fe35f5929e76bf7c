package io.twinpath.risk.rule;

import io.twinpath.kind.multipath.Multipath;
import io.twinpath.kind.multipath.PathPolicy;
import io.twinpath.model.Address;
import io.twinpath.risk.Finding;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.Rule;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The spec wants round robin for a device, by its name, its vendor or a claim rule, and the host uses one path at a time. A
 * claim rule decides only for devices that are claimed after it was made. Silent about devices that the spec says nothing of.
 */
public final class FixedPath implements Rule {

    private static final String ROUND_ROBIN = "VMW_PSP_RR";

    @Override
    public String code() {
        return "RSK0110";
    }

    @Override
    public String summary() {
        return "Declared round robin is not in use";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<Address, Multipath> entry : scene.all(Multipath.class).entrySet()) {
            scene.declared(entry.getKey(), Multipath.class).ifPresent(wanted -> {
                Map<String, SortedSet<String>> devices = new TreeMap<>();
                entry.getValue()
                        .devices()
                        .forEach((device, policy) -> policy.psp()
                                .filter(psp ->
                                        !psp.equals(ROUND_ROBIN) && wantsRoundRobin(wanted, device, policy.vendor()))
                                .ifPresent(psp -> devices.computeIfAbsent(psp, p -> new TreeSet<>())
                                        .add(device)));
                devices.forEach((psp, names) -> findings.add(finding(scene, entry.getKey(), psp, names)));
            });
        }
        return findings;
    }

    private static boolean wantsRoundRobin(Multipath wanted, String device, Optional<String> vendor) {
        Optional<String> own = policy(wanted.devices(), device);
        if (own.isPresent()) {
            return own.orElseThrow().equals(ROUND_ROBIN);
        }
        Optional<String> byVendor = vendor.flatMap(v -> policy(wanted.vendors(), v));
        if (byVendor.isPresent()) {
            return byVendor.orElseThrow().equals(ROUND_ROBIN);
        }
        return wanted.rules().values().stream()
                .anyMatch(rule -> rule.psp().equals(Optional.of(ROUND_ROBIN))
                        && (rule.device().equals(Optional.of(device))
                                || (vendor.isPresent() && rule.vendor().equals(vendor))));
    }

    private static Optional<String> policy(Map<String, PathPolicy> policies, String name) {
        return Optional.ofNullable(policies.get(name)).flatMap(PathPolicy::psp);
    }

    private Finding finding(Scene scene, Address address, String psp, SortedSet<String> devices) {
        String host = address.host().orElseThrow();
        String title = host + " uses " + psp + " for " + Words.some(devices)
                + ", and the spec wants round robin: one path carries everything.";
        return Finding.of(code(), Severity.MEDIUM, title, "multipath:" + host + "/" + psp)
                .on(host)
                .at(scene.place(address))
                .remedy(
                        Remedy.of(
                                "Apply the spec with the vendor under \"multipath.vendors\", which changes present devices too."));
    }
}

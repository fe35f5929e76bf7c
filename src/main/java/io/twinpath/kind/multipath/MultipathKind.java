package io.twinpath.kind.multipath;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Placement;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Resource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Claim rules and path policies. */
public final class MultipathKind implements Kind<Multipath> {

    static final String ROUND_ROBIN = "VMW_PSP_RR";

    private static final Pattern PLUGIN = Pattern.compile("[A-Za-z][A-Za-z0-9_]{2,60}");
    private static final Pattern DEVICE = Pattern.compile("(naa|eui|t10|mpx)\\.[\\x21-\\x7e]{1,200}");

    /** Whether a device's paths take turns. */
    static boolean roundRobin(PathPolicy policy) {
        return policy.psp().equals(Optional.of(ROUND_ROBIN));
    }

    @Override
    public String name() {
        return "multipath";
    }

    @Override
    public String title() {
        return "the multipath settings";
    }

    @Override
    public Class<Multipath> type() {
        return Multipath.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostSingle("multipath", "psa");
    }

    @Override
    public void check(Resource<Multipath> resource, Diagnostics into) {
        if (resource.desired().isEmpty()) {
            into.add(KindProblem.cannotBeAbsent(resource, "Remove the key to stop managing it."));
            return;
        }
        Multipath multipath = resource.desired().orElseThrow();
        multipath.rules().forEach((name, rule) -> {
            plugin(rule.satp(), FieldPath.of("rules", name, "satp"), resource, into);
            rule.psp().ifPresent(p -> plugin(p, FieldPath.of("rules", name, "psp"), resource, into));
        });
        multipath.devices().forEach((name, policy) -> {
            if (!DEVICE.matcher(name).matches()) {
                into.add(KindProblem.malformed(
                        resource, FieldPath.of("devices", name), name, "a device's name, such as naa.6001405…"));
            }
            policy(policy, FieldPath.of("devices", name), resource, into);
        });
        multipath.vendors().forEach((name, policy) -> policy(policy, FieldPath.of("vendors", name), resource, into));
        multipath.hpp().forEach((name, policy) -> scheme(name, policy, resource, into));
    }

    private static void scheme(String name, SchemePolicy policy, Resource<Multipath> resource, Diagnostics into) {
        FieldPath path = FieldPath.of("hpp", name);
        if (!DEVICE.matcher(name).matches()) {
            into.add(KindProblem.malformed(resource, path, name, "a device's name, such as naa.6001405…"));
        }
        policy.scheme()
                .filter(s -> !HighPerformance.SCHEMES.contains(s))
                .ifPresent(s -> into.add(KindProblem.malformed(
                        resource, path.then("scheme"), s, "one of " + String.join(", ", HighPerformance.SCHEMES))));
        if (policy.iops().isPresent() && !policy.scheme().equals(Optional.of(HighPerformance.BY_COMMANDS))) {
            into.add(KindProblem.needsAnother(
                    resource, path.then("iops"), "Only LB-IOPS counts commands: add \"scheme: LB-IOPS\"."));
        }
        if (resource.desired().orElseThrow().devices().containsKey(name)) {
            into.add(KindProblem.contradiction(
                    resource, path, "A device belongs to one plug-in: name it under \"devices\" or under \"hpp\"."));
        }
    }

    /** A device has one plug-in, and only that one's words mean something for it. */
    @Override
    public Optional<Obstacle> obstacle(Resource<Multipath> resource, Observed<Multipath> observed) {
        if (resource.desired().isEmpty() || !(observed instanceof Observed.Present<Multipath> present)) {
            return Optional.empty();
        }
        Multipath wanted = resource.desired().orElseThrow();
        Map<String, SchemePolicy> claimed = present.value().hpp();
        Optional<String> other =
                wanted.devices().keySet().stream().filter(claimed::containsKey).findFirst();
        if (other.isPresent()) {
            return Optional.of(
                    new Obstacle.Unsupported(
                            "The high-performance plug-in has claimed " + other.orElseThrow()
                                    + ", which has schemes and no path selection policy. Name it under \"hpp\", not under \"devices\"."));
        }
        return wanted.hpp().keySet().stream()
                .filter(device -> !claimed.containsKey(device))
                .findFirst()
                .map(device -> new Obstacle.Unsupported("The high-performance plug-in has not claimed " + device
                        + " on this host, so it has no scheme there."));
    }

    private static void plugin(String text, FieldPath path, Resource<?> resource, Diagnostics into) {
        if (!PLUGIN.matcher(text).matches()) {
            into.add(KindProblem.malformed(resource, path, text, "a plug-in's name, such as VMW_SATP_ALUA"));
        }
    }

    private static void policy(PathPolicy policy, FieldPath path, Resource<?> resource, Diagnostics into) {
        policy.psp().ifPresent(p -> plugin(p, path.then("psp"), resource, into));
        if (policy.iops().isPresent() && !roundRobin(policy)) {
            into.add(KindProblem.needsAnother(
                    resource, path.then("iops"), "Only round robin counts commands: add \"psp: VMW_PSP_RR\"."));
        }
    }

    @Override
    public boolean asInstalled(Multipath observed) {
        return observed.rules().isEmpty() && observed.devices().isEmpty();
    }

    /** A vendor stands for its devices that are found; what is said of one device wins. */
    @Override
    public Multipath settle(Multipath desired, Multipath observed) {
        Map<String, PathPolicy> devices = new LinkedHashMap<>();
        observed.devices()
                .forEach((device, found) -> found.vendor()
                        .flatMap(v -> Optional.ofNullable(desired.vendors().get(v)))
                        .ifPresent(policy -> devices.put(device, policy)));
        devices.putAll(desired.devices());
        return new Multipath(desired.rules(), Collections.unmodifiableMap(devices), Map.of(), desired.hpp());
    }

    /** Rules under names that people give. */
    @Override
    public Multipath written(Multipath observed) {
        Map<String, SatpRule> rules = new LinkedHashMap<>();
        observed.rules().forEach((name, rule) -> {
            boolean first = rule.psp().equals(Optional.of(ROUND_ROBIN)) && !rules.containsKey("round-robin");
            rules.put(first ? "round-robin" : name, rule);
        });
        Map<String, PathPolicy> devices = new LinkedHashMap<>();
        observed.devices().forEach((device, policy) -> {
            if (policy.psp().isPresent()) {
                Optional<Integer> iops = roundRobin(policy) ? policy.iops() : Optional.empty();
                devices.put(device, new PathPolicy(policy.psp(), iops, policy.vendor()));
            }
        });
        return new Multipath(
                Collections.unmodifiableMap(rules), Collections.unmodifiableMap(devices), Map.of(), observed.hpp());
    }

    @Override
    public List<Binding<Multipath>> bindings() {
        return List.of(new MultipathSsh(), new MultipathApi());
    }
}

package io.twinpath.kind.multipath;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.HostProperties;
import io.twinpath.kind.Script;
import io.twinpath.kind.Standing;
import io.twinpath.model.Address;
import io.twinpath.model.Observed;
import io.twinpath.model.Transport;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Path policies in the words of {@code HostStorageSystem}. Rules and the counters of round robin are not among its words. A
 * device is meant by the id of its logical unit, which is neither its name nor the key of its disk.
 */
final class MultipathApi implements Standing<Multipath> {

    private static final String UNITS = "config.storageDevice.multipathInfo.lun";
    private static final String DISKS = "config.storageDevice.scsiLun";
    private static final PropertyQuery STORAGE = HostProperties.query(UNITS, DISKS);
    private static final Handle SYSTEM = new Handle.Manager("storageSystem");
    private static final String HPP = "HostMultipathInfoHppLogicalUnitPolicy";
    private static final String FIXED = "VMW_PSP_FIXED";

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public Optional<String> lacks(Multipath wanted) {
        if (!wanted.rules().isEmpty()) {
            return Optional.of("The API has no words for claim rules.");
        }
        boolean counts = wanted.devices().values().stream()
                        .anyMatch(p -> p.iops().isPresent())
                || wanted.vendors().values().stream().anyMatch(p -> p.iops().isPresent());
        return counts
                ? Optional.of("The API does not tell how many commands round robin sends down a path.")
                : Optional.empty();
    }

    @Override
    public List<Query> queries(Address address, Optional<Multipath> wanted, Replies known) {
        return List.of(STORAGE);
    }

    /** A device that nobody speaks of does not count: the API does not tell who gave it its policy. */
    @Override
    public Observed<Multipath> read(Address address, Optional<Multipath> wanted, Replies replies)
            throws UnreadableException {
        Map<String, Node> disks = new HashMap<>();
        for (Node disk : HostProperties.items(replies, STORAGE, DISKS)) {
            disks.put(disk.requiredText("key"), disk);
        }
        Map<String, PathPolicy> devices = new TreeMap<>();
        Map<String, SchemePolicy> schemes = new TreeMap<>();
        for (Node unit : HostProperties.items(replies, STORAGE, UNITS)) {
            Optional<Node> disk = Optional.ofNullable(disks.get(unit.requiredText("lun")));
            Optional<String> name = disk.flatMap(d -> d.text("canonicalName"));
            if (name.isPresent() && wanted.isPresent()) {
                Unit read = new Unit(
                        unit,
                        name.orElseThrow(),
                        disk.flatMap(d -> d.text("vendor")).map(String::strip));
                read.into(wanted.orElseThrow(), devices, schemes);
            }
        }
        return new Observed.Present<>(new Multipath(
                Map.of(), Collections.unmodifiableMap(devices), Map.of(), Collections.unmodifiableMap(schemes)));
    }

    /** One logical unit, and which device it is. */
    private record Unit(Node node, String device, Optional<String> vendor) {

        void into(Multipath wanted, Map<String, PathPolicy> devices, Map<String, SchemePolicy> schemes)
                throws UnreadableException {
            Optional<String> policy = node.text("policy", "policy");
            Optional<String> unit = Optional.of(node.requiredText("id"));
            boolean hpp = node.child("policy").filter(p -> p.type().equals(HPP)).isPresent()
                    || policy.filter(HighPerformance.SCHEMES::contains).isPresent();
            boolean named = wanted.devices().containsKey(device);
            if (hpp && (named || wanted.hpp().containsKey(device))) {
                schemes.put(device, new SchemePolicy(policy, iops(policy), unit));
            } else if (!hpp
                    && (named || vendor.filter(wanted.vendors()::containsKey).isPresent())) {
                devices.put(device, new PathPolicy(policy, Optional.empty(), vendor, preferred(), unit));
            }
        }

        private Optional<Integer> iops(Optional<String> policy) throws UnreadableException {
            return policy.filter(HighPerformance.BY_COMMANDS::equals).isEmpty()
                    ? Optional.empty()
                    : node.number("policy", "iops").map(Long::intValue);
        }

        /** The one that is preferred now, else the first by name: a fixed policy has to name one. */
        private Optional<String> preferred() {
            return node.text("policy", "prefer")
                    .filter(p -> !p.isEmpty())
                    .or(() -> node.all("path").stream()
                            .flatMap(p -> p.text("name").stream())
                            .sorted()
                            .findFirst());
        }
    }

    @Override
    public List<Command> change(Address address, Multipath before, Multipath after) {
        Script script = new Script();
        after.devices().forEach((device, policy) -> {
            PathPolicy found = before.devices().getOrDefault(device, PathPolicy.unspecified());
            Optional<String> unit = found.unit().or(policy::unit);
            if (Script.differs(found.psp(), policy.psp()) && unit.isPresent()) {
                script.add(call("SetMultipathLunPolicy", unit.orElseThrow(), paths(policy)));
            }
        });
        after.hpp().forEach((device, policy) -> {
            SchemePolicy found = before.hpp().getOrDefault(device, SchemePolicy.unspecified());
            Optional<String> unit = found.unit().or(policy::unit);
            boolean counts = policy.scheme().equals(Optional.of(HighPerformance.BY_COMMANDS));
            boolean differs = Script.differs(found.scheme(), policy.scheme())
                    || (counts && Script.differs(found.iops(), policy.iops()));
            if (differs && policy.scheme().isPresent() && unit.isPresent()) {
                script.add(call("UpdateHppMultipathLunPolicy", unit.orElseThrow(), scheme(policy)));
            }
        });
        return script.commands();
    }

    private static Command call(String method, String unit, Node policy) {
        return MethodCommand.of(SYSTEM, method, Node.string("lunId", unit), policy);
    }

    /** A fixed policy names the path that it prefers. */
    private static Node paths(PathPolicy policy) {
        Node word = Node.string("policy", policy.psp().orElseThrow());
        boolean fixed =
                policy.psp().equals(Optional.of(FIXED)) && policy.preferred().isPresent();
        return fixed
                ? Node.object(
                        "policy",
                        "HostMultipathInfoFixedLogicalUnitPolicy",
                        word,
                        Node.string("prefer", policy.preferred().orElseThrow()))
                : Node.object("policy", "HostMultipathInfoLogicalUnitPolicy", word);
    }

    private static Node scheme(SchemePolicy policy) {
        boolean counts = policy.scheme().equals(Optional.of(HighPerformance.BY_COMMANDS));
        return Node.build("policy", HPP)
                .put(Node.string("policy", policy.scheme().orElseThrow()))
                .put(policy.iops().filter(n -> counts).map(n -> Node.longNumber("iops", n)))
                .end();
    }
}

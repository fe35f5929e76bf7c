package io.twinpath.kind.multipath;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.kind.Script;
import io.twinpath.kind.Standing;
import io.twinpath.model.Address;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Multipathing in the words of {@code esxcli storage nmp}. */
final class MultipathSsh implements Standing<Multipath> {

    static final EsxcliQuery RULES = EsxcliQuery.of("storage nmp satp rule list");
    static final EsxcliQuery PATHS = EsxcliQuery.of("storage nmp device list");
    static final EsxcliQuery PLUGINS = EsxcliQuery.of("storage nmp satp list");
    static final EsxcliQuery DEVICES = EsxcliQuery.of("storage core device list");

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    /** The device list tells the iops of round robin in most releases; single devices are asked where it does not. */
    @Override
    public List<Query> queries(Address address, Optional<Multipath> wanted, Replies known) {
        List<Query> queries = new ArrayList<>(List.of(PATHS));
        if (wanted.isEmpty() || !wanted.orElseThrow().rules().isEmpty()) {
            queries.add(RULES);
        }
        if (wanted.isEmpty() || !wanted.orElseThrow().vendors().isEmpty()) {
            queries.add(DEVICES);
        }
        Optional<Set<String>> listed = new MultipathFacts(wanted, known).listed();
        if (wanted.filter(w -> HighPerformance.concerns(w, listed)).isPresent()) {
            queries.add(HighPerformance.LIST);
        }
        if (known.has(PATHS)) {
            queries.addAll(singly(wanted, known));
        }
        return queries;
    }

    private static List<Query> singly(Optional<Multipath> wanted, Replies known) {
        try {
            List<Query> queries = new ArrayList<>();
            new MultipathFacts(wanted, known).devices().forEach((device, policy) -> {
                if (MultipathKind.roundRobin(policy) && policy.iops().isEmpty()) {
                    queries.add(roundRobin(device));
                }
            });
            return queries;
        } catch (UnreadableException e) {
            return List.of(); // read() says so
        }
    }

    @Override
    public Observed<Multipath> read(Address address, Optional<Multipath> wanted, Replies replies)
            throws UnreadableException {
        MultipathFacts facts = new MultipathFacts(wanted, replies);
        Map<String, SatpRule> rules = replies.has(RULES) ? facts.rules() : Map.of();
        Map<String, PathPolicy> devices = wanted.isPresent() ? facts.devices() : facts.devicesSetByHand();
        Map<String, SchemePolicy> schemes =
                wanted.isPresent() ? HighPerformance.devices(wanted.orElseThrow(), replies) : Map.of();
        return new Observed.Present<>(new Multipath(rules, devices, Map.of(), schemes));
    }

    @Override
    public List<Query> census() {
        return List.of(RULES, PATHS, PLUGINS, DEVICES);
    }

    /** Every host has it; its lists have to be readable, or nobody knows what it holds. */
    @Override
    public Map<Address, Optional<Multipath>> found(Scope.Host host, Replies replies) throws UnreadableException {
        replies.rows(RULES);
        replies.rows(PATHS);
        return Map.of(new Address("multipath", host, "psa"), Optional.empty());
    }

    /** Rules decide for devices that come later; those that are there are changed one by one. */
    @Override
    public List<Command> change(Address address, Multipath before, Multipath after) {
        Script script = new Script();
        before.rules().forEach((name, rule) -> {
            if (!rule.equals(after.rules().get(name))) {
                script.add("storage nmp satp rule remove", options(rule));
            }
        });
        after.rules().forEach((name, rule) -> {
            if (!rule.equals(before.rules().get(name))) {
                script.add("storage nmp satp rule add", options(rule));
            }
        });
        after.devices().forEach((device, policy) -> {
            PathPolicy found = before.devices().get(device);
            device(script, device, found == null ? PathPolicy.unspecified() : found, policy);
        });
        after.hpp().forEach((device, policy) -> {
            SchemePolicy found = before.hpp().get(device);
            HighPerformance.script(script, device, found == null ? SchemePolicy.unspecified() : found, policy);
        });
        return script.commands();
    }

    private static void device(Script script, String device, PathPolicy before, PathPolicy after) {
        boolean other = Script.differs(before.psp(), after.psp());
        if (other) {
            script.add(
                    "storage nmp device set",
                    Option.of("device", device),
                    Option.of("psp", after.psp().orElseThrow()));
        }
        if (MultipathKind.roundRobin(after)
                && after.iops().isPresent()
                && (other || Script.differs(before.iops(), after.iops()))) {
            script.add(
                    "storage nmp psp roundrobin deviceconfig set",
                    Option.of("device", device),
                    Option.of("type", "iops"),
                    Option.of("iops", after.iops().orElseThrow()));
        }
    }

    /** A rule is removed by all of its content, just as it is added. */
    private static List<Option> options(SatpRule rule) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("satp", rule.satp()));
        rule.vendor().ifPresent(v -> options.add(Option.of("vendor", v)));
        rule.model().ifPresent(v -> options.add(Option.of("model", v)));
        rule.driver().ifPresent(v -> options.add(Option.of("driver", v)));
        rule.transport().ifPresent(v -> options.add(Option.of("transport", v)));
        rule.device().ifPresent(v -> options.add(Option.of("device", v)));
        rule.claimOptions().ifPresent(v -> options.add(Option.of("claim-option", v)));
        rule.options().ifPresent(v -> options.add(Option.of("option", v)));
        rule.psp().ifPresent(v -> options.add(Option.of("psp", v)));
        rule.pspOptions().ifPresent(v -> options.add(Option.of("psp-option", v)));
        rule.description().ifPresent(v -> options.add(Option.of("description", v)));
        return options;
    }

    static EsxcliQuery roundRobin(String device) {
        return EsxcliQuery.of("storage nmp psp roundrobin deviceconfig get", Option.of("device", device));
    }
}

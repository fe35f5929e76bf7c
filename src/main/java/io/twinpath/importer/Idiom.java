package io.twinpath.importer;

import io.twinpath.model.Ipv4Prefix;
import io.twinpath.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a person would write once instead of host by host: a number for each host, the addresses that follow from it, and the call
 * of a module for what it declares.
 */
final class Idiom {

    static final String ID = "id";
    private static final String STORAGE_NUMBER = "storage_number";
    private static final String IQN = "iqn";
    private static final String IQN_PREFIX = "iqn.1998-01.com.vmware:";
    private static final List<String> MANAGEMENT = List.of("vmkernel", "vmk0", "ip");

    private final SortedMap<String, HostDraft> drafts;
    private final Optional<ModuleCheck> module;
    private final SortedMap<String, Leaves> hosts = new TreeMap<>();
    private final Map<String, MultipathCall> calls = new TreeMap<>();
    private final Set<String> addresses = new HashSet<>();

    Idiom(SortedMap<String, HostDraft> drafts, Optional<ModuleCheck> module) {
        this.drafts = drafts;
        this.module = module;
        drafts.forEach((host, draft) -> hosts.put(host, draft.leaves()));
        findCalls();
        number();
    }

    /** What is left to say of each host beside the calls. */
    SortedMap<String, Leaves> hosts() {
        return hosts;
    }

    private void findCalls() {
        module.ifPresent(check -> drafts.forEach((host, draft) -> MultipathCall.guess(draft.whole())
                .ifPresent(call -> check.declared(draft, call).ifPresent(declared -> {
                    calls.put(host, call);
                    hosts.computeIfPresent(host, (h, leaves) -> leaves.minus(declared));
                }))));
    }

    boolean callsModule() {
        return !calls.isEmpty();
    }

    /** The number of a host is that of its address in the management network, where several hosts share that. */
    private void number() {
        Map<String, List<String>> byNetwork = new TreeMap<>();
        hosts.forEach((host, leaves) -> management(leaves)
                .ifPresent(ip -> byNetwork
                        .computeIfAbsent(MultipathCall.network(ip), n -> new ArrayList<>())
                        .add(host)));
        byNetwork.values().stream().filter(names -> names.size() > 1).forEach(names -> names.forEach(this::number));
    }

    private void number(String host) {
        hosts.computeIfPresent(host, (h, leaves) -> {
            Ipv4Prefix ip = management(leaves).orElseThrow();
            String text = template(ip);
            addresses.add(text);
            Map<List<String>, Value> numbered = new LinkedHashMap<>();
            numbered.put(List.of("vars", ID), new Value.Whole(MultipathCall.number(ip)));
            leaves.byPath()
                    .forEach((path, value) -> numbered.put(path, path.equals(MANAGEMENT) ? Value.text(text) : value));
            return new Leaves(numbered);
        });
    }

    private static Optional<Ipv4Prefix> management(Leaves leaves) {
        return Optional.ofNullable(leaves.byPath().get(MANAGEMENT)).map(v -> Ipv4Prefix.parse(v.toString()));
    }

    private static String template(Ipv4Prefix ip) {
        String network = MultipathCall.network(ip);
        String base = network.substring(0, network.indexOf('/'));
        return ip.length() == 24
                ? base.substring(0, base.lastIndexOf('.')) + ".{{ " + ID + " }}/24"
                : "{{ '" + network + "' | nthhost(" + ID + ") }}/" + ip.length();
    }

    /** Which texts of a body are templates, below the keys that lead to it. */
    Set<List<String>> templates(Leaves body, List<String> at) {
        Set<List<String>> templates = new HashSet<>();
        body.byPath().forEach((path, value) -> {
            if (path.equals(MANAGEMENT) && addresses.contains(value.toString())) {
                templates.add(joined(at, path));
            }
        });
        return templates;
    }

    static List<String> joined(List<String> at, List<String> path) {
        List<String> all = new ArrayList<>(at);
        all.addAll(path);
        return List.copyOf(all);
    }

    /**
     * One call for several hosts.
     *
     * @param use what stands under {@code use}
     * @param templates its texts that are templates, below {@code use}
     */
    record Call(Value use, Set<List<String>> templates) {}

    /** The calls by the hosts that make them. The variables that a call needs are given to its hosts. */
    Map<SortedSet<String>, Call> calls() {
        Map<Map<String, Value>, SortedSet<String>> alike = new LinkedHashMap<>();
        calls.forEach((host, call) ->
                alike.computeIfAbsent(call.shared(), s -> new TreeSet<>()).add(host));
        Map<SortedSet<String>, Call> found = new LinkedHashMap<>();
        alike.values().forEach(set -> found.put(set, call(set)));
        return found;
    }

    private Call call(SortedSet<String> set) {
        MultipathCall any = calls.get(set.first());
        if (any == null) {
            throw new IllegalStateException("no call of " + set);
        }
        if (set.size() == 1) {
            return new Call(
                    MultipathCall.use(any.arguments(new Value.Whole(any.number()), Value.text(any.iqn()))), Set.of());
        }
        Value use = MultipathCall.use(any.arguments(Value.text(numbers(set)), Value.text(iqns(set))));
        List<String> with = List.of("0", "with");
        return new Call(use, Set.of(Leaves.then(with, "number"), Leaves.then(with, "iqn")));
    }

    private String numbers(SortedSet<String> set) {
        Set<Long> offsets = set.stream().map(this::offset).collect(Collectors.toSet());
        if (offsets.size() == 1 && offsets.iterator().next() >= 0) {
            long offset = offsets.iterator().next();
            return offset == 0 ? "{{ " + ID + " }}" : "{{ " + offset + " + " + ID + " }}";
        }
        set.forEach(
                host -> give(host, STORAGE_NUMBER, new Value.Whole(need(host).number())));
        return "{{ " + STORAGE_NUMBER + " }}";
    }

    /** How far the number in the storage networks is above the host's; negative when nothing can be said. */
    private long offset(String host) {
        return Optional.ofNullable(hosts.get(host))
                .flatMap(leaves -> leaves.at("vars", ID))
                .map(id -> need(host).number() - Long.parseLong(id.toString()))
                .orElse(-1L);
    }

    private String iqns(Collection<String> set) {
        boolean byName = set.stream().allMatch(host -> need(host).iqn().equals(IQN_PREFIX + host.split("\\.", 2)[0]));
        if (byName) {
            return IQN_PREFIX + "{{ host | split('.') | first }}";
        }
        set.forEach(host -> give(host, IQN, Value.text(need(host).iqn())));
        return "{{ " + IQN + " }}";
    }

    private MultipathCall need(String host) {
        return Optional.ofNullable(calls.get(host)).orElseThrow();
    }

    private void give(String host, String variable, Value value) {
        Map<List<String>, Value> given = new HashMap<>();
        given.put(List.of("vars", variable), value);
        hosts.computeIfPresent(host, (h, leaves) -> new Leaves(given).plus(leaves));
    }
}

package io.twinpath.diff;

import io.twinpath.diag.Diagnostics;
import io.twinpath.diag.Result;
import io.twinpath.model.Address;
import io.twinpath.model.Exact;
import io.twinpath.model.Resource;
import io.twinpath.model.Spec;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The part of a site that a run is about. It narrows the spec, so that no later stage has to know of it.
 *
 * @param hosts the only hosts to look at; empty for all
 * @param targets the only resources to look at, beside what they require; empty for all
 */
public record Selection(Optional<SortedSet<String>> hosts, SortedSet<Address> targets) {

    public Selection {
        hosts = hosts.map(h -> Collections.unmodifiableSortedSet(new TreeSet<>(h)));
        targets = Collections.unmodifiableSortedSet(new TreeSet<>(targets));
    }

    public static Selection everything() {
        return new Selection(Optional.empty(), new TreeSet<>());
    }

    /**
     * Reads the options of a command line.
     *
     * @param limit {@code --limit}: host patterns as Ansible writes them
     * @param targets {@code --target}, repeatable: addresses
     */
    public static Result<Selection> parse(Optional<String> limit, List<String> targets, Spec spec) {
        Diagnostics problems = new Diagnostics();
        SortedSet<Address> addresses = new TreeSet<>();
        for (String text : targets) {
            Optional<Address> address = Address.parse(text);
            if (address.isEmpty()) {
                problems.add(DiffProblem.malformedTarget(text));
            } else if (!spec.resources().containsKey(address.orElseThrow())) {
                problems.add(DiffProblem.unknownTarget(
                        address.orElseThrow(), spec.resources().keySet()));
            } else {
                addresses.add(address.orElseThrow());
            }
        }
        Optional<SortedSet<String>> hosts = limit.map(text -> new HostPattern(spec, problems).hosts(text));
        return problems.toResult(new Selection(hosts, addresses));
    }

    /** The spec without what is not selected. */
    public Spec narrow(Spec spec) {
        SortedSet<Address> wanted = targets.isEmpty() ? new TreeSet<>() : closure(spec);
        SortedMap<Address, Resource<?>> resources = new TreeMap<>();
        spec.resources().forEach((address, resource) -> {
            if (onSelectedHost(address) && (targets.isEmpty() || wanted.contains(address))) {
                resources.put(address, resource);
            }
        });
        var access = new TreeMap<>(spec.hosts());
        hosts.ifPresent(only -> access.keySet().retainAll(only));
        return new Spec(spec.project(), access, spec.groups(), resources, exact(spec));
    }

    /** A collection is more than the resources that are named: with targets none is looked at as a whole. */
    private List<Exact> exact(Spec spec) {
        return spec.exact().stream()
                .filter(e -> targets.isEmpty()
                        && hosts.map(only -> only.contains(e.host())).orElse(true))
                .toList();
    }

    private boolean onSelectedHost(Address address) {
        return hosts.map(only ->
                        address.host().filter(host -> only.contains(host)).isPresent())
                .orElse(true);
    }

    private SortedSet<Address> closure(Spec spec) {
        SortedSet<Address> found = new TreeSet<>();
        Deque<Address> open = new ArrayDeque<>(targets);
        while (!open.isEmpty()) {
            Address next = open.pop();
            Resource<?> resource = spec.resources().get(next);
            if (resource != null && found.add(next)) {
                open.addAll(resource.requires());
            }
        }
        return found;
    }
}

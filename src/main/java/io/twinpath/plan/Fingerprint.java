package io.twinpath.plan;

import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.HostFact;
import io.twinpath.model.Many;
import io.twinpath.model.Observed;
import io.twinpath.model.Spec;
import io.twinpath.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** SHA-256, in hexadecimal, over the canonical form of what something rests on. */
public final class Fingerprint {

    private Fingerprint() {}

    /** Of one observation. What cannot be read has the fingerprint of nothing that can. */
    public static <D extends Record & Desired> String of(Kind<D> kind, Observed<?> observed) {
        return Canonical.fingerprint(
                switch (kind.typed(observed)) {
                    case Observed.Present<D> present ->
                        items("present", kind.shape().encode(present.value()));
                    case Observed.Absent<D> absent -> items("absent");
                    case Observed.Unreadable<D> unreadable -> items("unreadable");
                });
    }

    /** Of everything that a spec wants, rendered; secrets by their references. */
    public static String of(Spec spec, Kinds kinds) {
        Map<String, Value> wanted = new LinkedHashMap<>();
        Many.each(spec.resources().values())
                .map(resource -> Map.entry(
                        resource.address().toString(),
                        resource.desired()
                                .map(d -> encode(kinds, resource.address(), d))
                                .orElseGet(Value::none)))
                .forEachOrdered(entry -> wanted.put(entry.getKey(), entry.getValue()));
        spec.exact()
                .forEach(e -> wanted.put(
                        "exact " + e.host() + " " + e.kind() + " " + e.parent().orElse(""),
                        Value.text(e.mode().name())));
        return Canonical.fingerprint(items("spec", Value.text(spec.project().name()), new Value.Fields(wanted)));
    }

    /** Of all that the steps of a plan rest on, and the identities of their hosts. */
    static String of(SortedMap<String, HostFact> hosts, List<Step> steps) {
        Map<String, Value> facts = new LinkedHashMap<>();
        for (Step step : steps) {
            facts.put("host " + step.place(), identity(Optional.ofNullable(hosts.get(step.place()))));
            step.guards().forEach(guard -> {
                if (guard instanceof Guard.Unchanged unchanged) {
                    facts.put(guard.address().toString(), Value.text(unchanged.fingerprint()));
                }
            });
        }
        return Canonical.fingerprint(new Value.Fields(facts));
    }

    private static Value identity(Optional<HostFact> host) {
        return host.<Value>map(fact -> switch (fact) {
                    case HostFact.Reached r -> items(r.uuid(), Value.text(r.version()), Value.text(r.build()));
                    case HostFact.Unreached u -> Value.none();
                })
                .orElseGet(Value::none);
    }

    private static Value encode(Kinds kinds, Address address, Record desired) {
        return kinds.kind(address.kind()).map(kind -> managed(kind, desired)).orElseGet(Value::none);
    }

    private static <D extends Record & Desired> Value managed(Kind<D> kind, Record desired) {
        return kind.shape().managed(kind.type().cast(desired));
    }

    private static Value items(String first, Value... rest) {
        List<Value> items = new ArrayList<>();
        items.add(Value.text(first));
        items.addAll(List.of(rest));
        return new Value.Items(items);
    }
}

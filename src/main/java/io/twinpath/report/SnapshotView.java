package io.twinpath.report;

import io.twinpath.kind.Echo;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.Fact;
import io.twinpath.model.HostFact;
import io.twinpath.model.Observed;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Value;
import io.twinpath.model.Way;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was seen, for people: per host, each resource with its fields. */
public final class SnapshotView {

    private final Style style;

    public SnapshotView(Style style) {
        this.style = style;
    }

    public String text(Snapshot snapshot, Kinds kinds) {
        StringBuilder out = new StringBuilder();
        snapshot.hosts().forEach((host, fact) -> {
            out.append(style.bold(host))
                    .append("  ")
                    .append(identity(host, fact))
                    .append('\n');
            snapshot.facts().forEach((address, seen) -> {
                if (address.host().orElse(seen.way().place()).equals(host)) {
                    resource(address, seen, kinds, out);
                }
            });
            snapshot.unlisted().stream()
                    .filter(u -> u.host().equals(host))
                    .forEach(u -> out.append("  ")
                            .append(u.kind())
                            .append("  ")
                            .append(style.red("unreadable: "))
                            .append(Printable.line(u.reason()))
                            .append('\n'));
        });
        return out.toString();
    }

    private static String identity(String place, HostFact fact) {
        return switch (fact) {
            case HostFact.Reached r ->
                (place.equals(Way.VCENTER) ? "" : "ESXi ") + Printable.line(r.version()) + " build "
                        + Printable.line(r.build());
            case HostFact.Unreached u -> Printable.line(u.reason());
        };
    }

    private void resource(Address address, Fact<?> fact, Kinds kinds, StringBuilder out) {
        out.append("  ").append(address.kind()).append(' ').append(Printable.line(address.name()));
        switch (fact.observed()) {
            case Observed.Absent<?> a ->
                out.append("  ").append(style.yellow("absent")).append('\n');
            case Observed.Unreadable<?> u ->
                out.append("  ")
                        .append(style.red("unreadable: "))
                        .append(Printable.line(u.reason()))
                        .append('\n');
            case Observed.Present<?> p -> {
                out.append('\n');
                fields(value(kinds, address, p.value()), out);
            }
        }
    }

    private static void fields(Value.Fields fields, StringBuilder out) {
        for (Map.Entry<String, Value> field : fields.fields().entrySet()) {
            out.append("    ").append(field.getKey()).append(": ");
            out.append(Printable.line(field.getValue().toString())).append('\n');
        }
    }

    /** All fields that tell something: what only the API tells back is left out where it told nothing. */
    static Value.Fields value(Kinds kinds, Address address, Record record) {
        Value.Fields all = kinds.kind(address.kind())
                .map(kind -> encode(kind, record))
                .orElseThrow(() -> new IllegalArgumentException("no kind for " + address));
        Map<String, Value> fields = new LinkedHashMap<>(all.fields());
        fields.remove(Echo.FIELD, new Value.Fields(Map.of()));
        return new Value.Fields(fields);
    }

    private static <D extends Record & Desired> Value.Fields encode(Kind<D> kind, Record record) {
        return kind.shape().encode(kind.type().cast(record));
    }
}

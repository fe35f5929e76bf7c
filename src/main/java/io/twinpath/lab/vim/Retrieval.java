package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.SoapFault;
import io.twinpath.lab.soap.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a filter of the property collector shows now: objects, and of each the properties that were asked for. */
final class Retrieval {

    /** One object as it was read. */
    record Seen(Ref object, Map<String, Value> values, Map<String, SoapFault> missing) {

        /** As an answer lists it. */
        Data content() {
            return Data.of("ObjectContent")
                    .put("obj", object)
                    .list(
                            "propSet",
                            "DynamicProperty",
                            values.entrySet().stream().map(Seen::property))
                    .list(
                            "missingSet",
                            "MissingProperty",
                            missing.entrySet().stream().map(Seen::missed));
        }

        static Data missed(Map.Entry<String, SoapFault> missed) {
            return Data.of("MissingProperty")
                    .text("path", missed.getKey())
                    .put("fault", missed.getValue().localized());
        }

        private static Data property(Map.Entry<String, Value> value) {
            return Data.of("DynamicProperty").text("name", value.getKey()).any("val", value.getValue());
        }
    }

    private final Element filter;
    private final Function<Ref, Optional<ManagedObject>> find;

    /** @param filter a PropertyFilterSpec */
    Retrieval(Element filter, Function<Ref, Optional<ManagedObject>> find) {
        this.filter = filter;
        this.find = find;
    }

    /** The selected objects for which some property is asked; in the order of the selection. */
    List<Ref> objects() {
        List<Element> specs = filter.all("propSet");
        return Selection.of(filter, find).stream()
                .filter(r -> specs.stream().anyMatch(s -> Types.is(r.kind(), s.need("type"))))
                .toList();
    }

    /** Reads one object; empty when it is gone. */
    Optional<Seen> read(Ref ref) {
        return find.apply(ref).map(object -> {
            Data properties = object.properties();
            Map<String, Value> values = new LinkedHashMap<>();
            Map<String, SoapFault> missing = new LinkedHashMap<>();
            for (String path : paths(ref, properties)) {
                try {
                    Paths.follow(properties, path).ifPresent(v -> values.put(path, v));
                } catch (SoapFault fault) {
                    if (fault.name().equals("InvalidProperty")) {
                        throw fault;
                    }
                    missing.put(path, fault);
                }
            }
            return new Seen(ref, values, missing);
        });
    }

    List<Seen> all() {
        List<Seen> seen = new ArrayList<>();
        objects().forEach(r -> read(r).ifPresent(seen::add));
        return seen;
    }

    private Set<String> paths(Ref ref, Data properties) {
        Set<String> paths = new LinkedHashSet<>();
        for (Element spec : filter.all("propSet")) {
            if (Types.is(ref.kind(), spec.need("type"))) {
                paths.addAll(spec.flag("all").orElse(false) ? properties.names() : spec.texts("pathSet"));
            }
        }
        return paths;
    }
}

package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Printed;
import io.twinpath.lab.soap.Ref;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A filter of a property collector, with what its client knows already. */
final class Watch implements ManagedObject {

    private final Ref self;
    private final Element spec;
    private final boolean partial;
    private final Map<Ref, Map<String, String>> told = new LinkedHashMap<>();

    /** News of one object: how it is now and how it was told; neither is there for one that left or came. */
    record Change(Ref object, Optional<Retrieval.Seen> now, Optional<Map<String, String>> before) {}

    Watch(Ref self, Element spec, boolean partial) {
        this.self = self;
        this.spec = spec;
        this.partial = partial;
    }

    @Override
    public Ref self() {
        return self;
    }

    @Override
    public Data properties() {
        return Data.of("PropertyFilter").flag("partialUpdates", partial).unset("spec");
    }

    @Override
    public Methods methods() {
        return Methods.none().reads("DestroyPropertyFilter", call -> {
            call.session().drop(self);
            return Optional.empty();
        });
    }

    void forget() {
        told.clear();
    }

    List<Retrieval.Seen> look(Call call) {
        return new Retrieval(spec, call::find).all();
    }

    List<Change> changes(Call call) {
        List<Change> changes = new ArrayList<>();
        Map<Ref, Map<String, String>> left = new LinkedHashMap<>(told);
        for (Retrieval.Seen seen : look(call)) {
            Optional<Map<String, String>> before = Optional.ofNullable(left.remove(seen.object()));
            if (before.filter(b -> b.equals(printed(seen))).isEmpty()) {
                changes.add(new Change(seen.object(), Optional.of(seen), before));
            }
        }
        left.forEach((gone, before) -> changes.add(new Change(gone, Optional.empty(), Optional.of(before))));
        return changes;
    }

    /** Words it and takes it as told. */
    Data tell(List<Change> changes) {
        List<Data> objects = new ArrayList<>();
        for (Change change : changes) {
            objects.add(worded(change));
            change.now().ifPresentOrElse(s -> told.put(s.object(), printed(s)), () -> told.remove(change.object()));
        }
        return Data.of("PropertyFilterUpdate").put("filter", self).list("objectSet", "ObjectUpdate", objects.stream());
    }

    private static Data worded(Change change) {
        Map<String, String> before = change.before().orElse(Map.of());
        String kind = change.now().isEmpty() ? "leave" : change.before().isEmpty() ? "enter" : "modify";
        Data update = Data.of("ObjectUpdate").text("kind", kind).put("obj", change.object());
        change.now().ifPresent(seen -> {
            Map<String, String> now = printed(seen);
            Stream<Data> set = seen.values().entrySet().stream()
                    .filter(e -> !String.valueOf(now.get(e.getKey())).equals(before.get(e.getKey())))
                    .map(e -> assigned(e.getKey()).any("val", e.getValue()));
            Stream<Data> unset =
                    before.keySet().stream().filter(k -> !now.containsKey(k)).map(Watch::assigned);
            update.list("changeSet", "PropertyChange", Stream.concat(set, unset))
                    .list(
                            "missingSet",
                            "MissingProperty",
                            seen.missing().entrySet().stream().map(Retrieval.Seen::missed));
        });
        return update;
    }

    private static Data assigned(String path) {
        return Data.of("PropertyChange").text("name", path).text("op", "assign");
    }

    private static Map<String, String> printed(Retrieval.Seen seen) {
        Map<String, String> printed = new LinkedHashMap<>();
        seen.values().forEach((path, value) -> printed.put(path, Printed.of(value)));
        return printed;
    }
}

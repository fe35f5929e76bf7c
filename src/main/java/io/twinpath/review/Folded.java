package io.twinpath.review;

import io.twinpath.model.Address;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The same edit wherever it is made: equal values on many hosts are said once.
 *
 * @param addresses what is edited so: of one kind and name, in different places; never empty
 * @param places where the edits as a whole were written
 */
public record Folded(
        Action action, SortedSet<Address> addresses, List<Field> fields, SortedSet<Place> places, String note) {

    public Folded {
        addresses = Collections.unmodifiableSortedSet(new TreeSet<>(addresses));
        fields = List.copyOf(fields);
        places = Collections.unmodifiableSortedSet(new TreeSet<>(places));
    }

    /**
     * One field, wherever it is edited so.
     *
     * @param places where that was written
     */
    public record Field(FieldPath path, Value before, Value after, SortedSet<Place> places) {
        public Field {
            places = Collections.unmodifiableSortedSet(new TreeSet<>(places));
        }
    }

    /** What makes edits one. Where they are written does not: hosts may each have a file of their own. */
    private record Likeness(Action action, String kind, String name, String note, List<Difference> differences) {
        static Likeness of(Edit edit) {
            return new Likeness(
                    edit.action(),
                    edit.address().kind(),
                    edit.address().name(),
                    edit.note(),
                    edit.fields().stream()
                            .map(f -> new Difference(f.path(), f.before(), f.after()))
                            .toList());
        }
    }

    private record Difference(FieldPath path, Value before, Value after) {}

    /** Those on most hosts first, and the site last; else by address. */
    public static List<Folded> of(Collection<Edit> edits) {
        Map<Likeness, List<Edit>> alike = new LinkedHashMap<>();
        edits.forEach(e ->
                alike.computeIfAbsent(Likeness.of(e), l -> new ArrayList<>()).add(e));
        return alike.values().stream()
                .map(Folded::fold)
                .sorted(Comparator.comparing((Folded f) -> f.scopes().first().isEmpty())
                        .thenComparingInt(f -> -f.scopes().size())
                        .thenComparing(f -> String.join("\n", f.scopes())))
                .toList();
    }

    private static Folded fold(List<Edit> same) {
        Edit first = same.getFirst();
        SortedSet<Address> addresses = new TreeSet<>();
        NavigableSet<Place> places = new TreeSet<>();
        same.forEach(e -> {
            addresses.add(e.address());
            e.at().ifPresent(places::add);
        });
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < first.fields().size(); i++) {
            FieldEdit field = first.fields().get(i);
            SortedSet<Place> written = new TreeSet<>();
            for (Edit edit : same) {
                written.addAll(edit.fields().get(i).at());
            }
            fields.add(new Field(field.path(), field.before(), field.after(), written));
        }
        return new Folded(first.action(), addresses, fields, places, first.note());
    }

    /** Where they live, in the words of addresses: hosts, or an empty text for the site. */
    public SortedSet<String> scopes() {
        SortedSet<String> scopes = new TreeSet<>();
        addresses.forEach(a -> scopes.add(a.scope().text()));
        return scopes;
    }

    public String kind() {
        return addresses.first().kind();
    }

    public String name() {
        return addresses.first().name();
    }
}

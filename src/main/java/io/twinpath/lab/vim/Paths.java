package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.Scalar;
import io.twinpath.lab.soap.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows property paths such as {@code config.network.vnic} and {@code config.option["Disk.MaxLUN"].value}. */
final class Paths {

    private final String path;

    private Paths(String path) {
        this.path = path;
    }

    /** What a path leads to; empty where it is not set. A path that the type does not have is a fault. */
    static Optional<Value> follow(Data from, String path) {
        return new Paths(path).follow(from);
    }

    private Optional<Value> follow(Data from) {
        Value here = from;
        for (Step step : steps()) {
            Optional<Value> next = step.apply(here, this::invalid);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            here = next.orElseThrow();
        }
        return Optional.of(here);
    }

    private RuntimeException invalid() {
        return Faults.invalidProperty(path);
    }

    /** One step of a path: a field, or the item of a list that has a key. */
    private record Step(String text, boolean key) {

        Optional<Value> apply(Value here, java.util.function.Supplier<RuntimeException> invalid) {
            if (!key && here instanceof Data data && data.knows(text)) {
                return data.field(text).map(v -> (Value) v);
            }
            if (key && here instanceof Listing list) {
                return list.items().stream().filter(this::selects).findFirst();
            }
            throw invalid.get();
        }

        private boolean selects(Value item) {
            return switch (item) {
                case Data data -> data.field("key").filter(k -> selects(k)).isPresent();
                case Ref ref -> ref.id().equals(text);
                case Scalar scalar -> scalar.text().equals(text);
                case Listing list -> false;
            };
        }
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        int at = 0;
        while (at < path.length()) {
            char c = path.charAt(at);
            if (c == '[') {
                at = key(steps, at);
            } else {
                int start = c == '.' ? at + 1 : at;
                int end = end(start);
                if (end == start) {
                    throw invalid();
                }
                steps.add(new Step(path.substring(start, end), false));
                at = end;
            }
        }
        if (steps.isEmpty()) {
            throw invalid();
        }
        return steps;
    }

    /** Reads {@code ["key"]} or {@code [4000]}; says where it goes on. */
    private int key(List<Step> steps, int open) {
        boolean quoted = path.startsWith("[\"", open);
        int end = path.indexOf(quoted ? "\"]" : "]", open + 1);
        if (end < 0) {
            throw invalid();
        }
        steps.add(new Step(path.substring(open + (quoted ? 2 : 1), end), true));
        return end + (quoted ? 2 : 1);
    }

    private int end(int start) {
        int end = start;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        return end;
    }
}

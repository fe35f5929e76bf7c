package io.twinpath.lab.esxcli;

import java.util.List;

/** What a command answers. */
sealed interface Output {

    /** Success without a word. */
    record Nothing() implements Output {}

    /** One bare value. */
    record Bare(Value value) implements Output {}

    /** One structure; text puts {@code title} above it unless that is empty. */
    record One(String title, Structure structure) implements Output {}

    /** Structures one below the other. */
    record Records(List<Structure> structures) implements Output {
        public Records {
            structures = List.copyOf(structures);
        }
    }

    /** Structures as rows under the titles of the first one's fields. */
    record Table(List<Structure> structures) implements Output {
        public Table {
            structures = List.copyOf(structures);
        }
    }

    static Output nothing() {
        return new Nothing();
    }

    static Output bare(String text) {
        return new Bare(Value.of(text));
    }

    static Output one(Structure structure) {
        return new One("", structure);
    }

    static Output records(List<Structure> structures) {
        return new Records(structures);
    }

    static Output table(List<Structure> structures) {
        return new Table(structures);
    }
}

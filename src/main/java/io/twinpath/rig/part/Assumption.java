package io.twinpath.rig.part;

import java.util.Comparator;

/**
 * Something that nobody told and that an answer rests on.
 *
 * @param subject the part that it is about, such as {@code esxi3.lain.local/vmnic4}; stable
 * @param text what is taken for granted, as a full sentence
 */
public record Assumption(String subject, String text) implements Comparable<Assumption> {

    private static final Comparator<Assumption> ORDER =
            Comparator.comparing(Assumption::subject).thenComparing(Assumption::text);

    @Override
    public int compareTo(Assumption other) {
        return ORDER.compare(this, other);
    }
}

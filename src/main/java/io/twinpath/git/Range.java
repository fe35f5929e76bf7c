package io.twinpath.git;

import io.twinpath.diag.Result;

/**
 * What is compared with what.
 *
 * @param before the older side
 * @param after the newer side
 * @param fromMergeBase whether the older side is where the two histories parted, and not what {@code before} names
 */
public record Range(End before, End after, boolean fromMergeBase) {

    private static final String HEAD = "HEAD";

    /** One side of a comparison. */
    public sealed interface End {

        /** @param name in Git's words: a branch, a tag, a hash, {@code main~2} */
        record Revision(String name) implements End {
            @Override
            public String toString() {
                return name;
            }
        }

        /** The files as they lie in the folder, saved and not committed ones included. */
        record WorkingTree() implements End {
            @Override
            public String toString() {
                return "the working tree";
            }
        }
    }

    /**
     * Reads {@code A..B}, {@code A...B} and {@code A}. An empty A is {@code HEAD}, and an empty or missing B the working
     * tree. No name of a ref can hold two dots.
     */
    public static Result<Range> parse(String text) {
        int dots = text.indexOf("..");
        boolean three = dots >= 0 && text.startsWith("...", dots);
        String before = dots < 0 ? text : text.substring(0, dots);
        String after = dots < 0 ? "" : text.substring(dots + (three ? 3 : 2));
        if (after.contains("..") || after.startsWith(".") || text.isBlank() || text.startsWith("-")) {
            return Result.failed(GitProblem.malformedRange(text));
        }
        return Result.ok(new Range(
                new End.Revision(before.isEmpty() ? HEAD : before),
                after.isEmpty() ? new End.WorkingTree() : new End.Revision(after),
                three));
    }

    /** As a person would write it. */
    @Override
    public String toString() {
        String dots = fromMergeBase ? "..." : "..";
        return after instanceof End.WorkingTree ? before + dots + "(working tree)" : before + dots + after;
    }
}

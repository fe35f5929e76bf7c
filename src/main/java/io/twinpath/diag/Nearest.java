package io.twinpath.diag;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that a mistyped one may have meant, by edit distance. */
public final class Nearest {

    private static final int LONGEST = 64;

    private Nearest() {}

    /** At most {@code limit} of the candidates, nearest first; none that shares too little with the name. */
    public static List<String> to(String name, Collection<String> candidates, int limit) {
        if (name.length() > LONGEST) {
            return List.of();
        }
        String typed = name.toLowerCase(Locale.ROOT);
        int most = Math.max(1, typed.length() / 3);
        record Scored(String candidate, int distance) {}
        return candidates.stream()
                .distinct()
                .filter(c -> Math.abs(c.length() - typed.length()) <= most)
                .map(c -> new Scored(c, distance(typed, c.toLowerCase(Locale.ROOT))))
                .filter(s -> s.distance <= most)
                .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::candidate))
                .limit(limit)
                .map(Scored::candidate)
                .toList();
    }

    /** The sentence for a hint: empty list when nothing is near. */
    public static List<String> hint(String name, Collection<String> candidates) {
        return to(name, candidates, 1).stream()
                .map(n -> "Did you mean \"" + n + "\"?")
                .toList();
    }

    /** Optimal string alignment: insertions, deletions, substitutions and swapped neighbours count one each. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}

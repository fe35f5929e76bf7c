package io.twinpath.kind.vib;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which versions of a package will do: bounds that all have to hold. */
record VersionRange(List<Bound> bounds) {

    private static final Pattern BOUND =
            Pattern.compile("\\s*(>=|<=|>|<|=)?\\s*([A-Za-z0-9][A-Za-z0-9._+~-]{0,99})\\s*");
    private static final Pattern PART = Pattern.compile("[0-9]+|[A-Za-z]+|-");

    VersionRange {
        bounds = List.copyOf(bounds);
    }

    /** A comparison with one version. */
    record Bound(String sign, String version) {

        /** Without a build only versions count, so that 1.0.50 is every build of 1.0.50. */
        boolean holds(String found) {
            String other = version.contains("-") ? found : found.split("-", 2)[0];
            int order = compare(other, version);
            return switch (sign) {
                case ">=" -> order >= 0;
                case ">" -> order > 0;
                case "<=" -> order <= 0;
                case "<" -> order < 0;
                default -> order == 0;
            };
        }

        /** Whether it is a newer version than the one found that it asks for. */
        boolean above(String found) {
            return !sign.startsWith("<") && !holds(found) && compare(found, version) <= 0;
        }
    }

    static Optional<VersionRange> parse(String text) {
        List<Bound> bounds = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = BOUND.matcher(part);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            String sign = matcher.group(1);
            bounds.add(new Bound(sign == null ? "=" : sign, matcher.group(2)));
        }
        return Optional.of(new VersionRange(bounds));
    }

    boolean holds(String version) {
        return bounds.stream().allMatch(b -> b.holds(version));
    }

    /** Whether the version found is too old. */
    boolean asksForNewer(String found) {
        return bounds.stream().anyMatch(b -> b.above(found));
    }

    /** Numbers as numbers, words as words; the build behind the dash counts last. */
    static int compare(String a, String b) {
        List<String> left = parts(a);
        List<String> right = parts(b);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = comparePart(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    /** The dash ends a version, so whatever goes on before it is more. */
    private static int comparePart(String a, String b) {
        int order = Integer.compare(rank(a), rank(b));
        if (order != 0) {
            return order;
        }
        return Character.isDigit(a.charAt(0)) ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    }

    private static int rank(String part) {
        return part.equals("-") ? 0 : Character.isDigit(part.charAt(0)) ? 2 : 1;
    }

    private static List<String> parts(String version) {
        return PART.matcher(version).results().map(r -> r.group()).toList();
    }
}

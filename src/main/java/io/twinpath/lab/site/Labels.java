package io.twinpath.lab.site;

import java.util.Comparator;

/** The order of devices by their labels: {@code Hard disk 2} before {@code Hard disk 10}. */
final class Labels {

    static final Comparator<String> ORDER = Comparator.comparing(Labels::words)
            .thenComparingLong(Labels::number)
            .thenComparing(l -> l);

    private static final int MOST_DIGITS = 9;

    private Labels() {}

    private static String words(String label) {
        return label.substring(0, digits(label));
    }

    private static long number(String label) {
        String digits = label.substring(digits(label));
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    private static int digits(String label) {
        int start = label.length();
        while (start > 0 && label.length() - start < MOST_DIGITS && isDigit(label.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

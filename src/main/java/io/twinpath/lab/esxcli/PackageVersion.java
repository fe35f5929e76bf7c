package io.twinpath.lab.esxcli;

import java.util.Comparator;

/** Which of two versions of a package is newer: number by number, then word by word. */
final class PackageVersion {

    private static final Comparator<String> FIELD =
            Comparator.comparingInt(PackageVersion::number).thenComparing(Comparator.naturalOrder());

    private PackageVersion() {}

    static int compare(String one, String other) {
        String[] a = one.split("[.-]");
        String[] b = other.split("[.-]");
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int order = FIELD.compare(a[i], b[i]);
            if (order != 0) {
                return order;
            }
        }
        return a.length - b.length;
    }

    /** The number that a field begins with, as in {@code 9vmw}; -1 for none. */
    private static int number(String field) {
        String digits = field.replaceFirst("^([0-9]{0,9}).*$", "$1");
        return digits.isEmpty() ? -1 : Integer.parseInt(digits);
    }
}

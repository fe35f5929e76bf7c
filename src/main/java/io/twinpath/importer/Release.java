package io.twinpath.importer;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A release of ESXi as far as defaults differ: {@code 7.0} of {@code 7.0.3}. Zero when the host did not tell it. */
record Release(int major, int minor) implements Comparable<Release> {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})(\\..*)?");
    private static final Comparator<Release> ORDER =
            Comparator.comparingInt(Release::major).thenComparingInt(Release::minor);

    static Release parse(String text) {
        Matcher m = FORM.matcher(text);
        return m.matches()
                ? new Release(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)))
                : new Release(0, 0);
    }

    boolean known() {
        return major > 0;
    }

    @Override
    public int compareTo(Release other) {
        return ORDER.compare(this, other);
    }
}

package io.twinpath.lab.site;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of ESXi.
 *
 * @param version such as {@code 6.7.0}
 * @param build the build number
 * @param update the update level
 * @param patch the patch level
 */
public record Release(String version, int build, int update, int patch) {

    private static final Pattern VERSION = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})(\\.\\d{1,3})?");

    public Release {
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("a version is written as 6.7.0, not " + version);
        }
    }

    /** Those that a site may name by version alone, with the builds that they were published as. */
    private static final List<Release> KNOWN = List.of(
            new Release("6.0.0", 2_494_585, 0, 0),
            new Release("6.5.0", 4_564_106, 0, 0),
            new Release("6.7.0", 14_320_388, 3, 73),
            new Release("7.0.3", 24_784_741, 3, 150),
            new Release("7.0.0", 15_843_807, 0, 0),
            new Release("7.0.1", 16_850_804, 1, 0),
            new Release("7.0.2", 17_630_552, 2, 0),
            new Release("8.0.3", 25_205_845, 3, 95),
            new Release("8.0.0", 20_513_097, 0, 0),
            new Release("8.0.1", 21_495_797, 1, 0),
            new Release("8.0.2", 22_380_479, 2, 0),
            new Release("9.0.0", 24_755_229, 0, 0));

    /** The release of that version; of a version in two parts, such as {@code 7.0}, the first that is known. */
    public static Optional<Release> named(String version) {
        return KNOWN.stream()
                .filter(r -> r.version.equals(version) || r.version.startsWith(version + "."))
                .filter(r -> version.indexOf('.') > 0)
                .findFirst();
    }

    /** The versions in two parts that have a release. */
    public static List<String> names() {
        return KNOWN.stream()
                .map(r -> r.version.substring(0, r.version.lastIndexOf('.')))
                .distinct()
                .toList();
    }

    public boolean atLeast(int major, int minor) {
        Matcher parts = VERSION.matcher(version);
        if (!parts.matches()) {
            throw new IllegalStateException(version);
        }
        int ours = Integer.parseInt(parts.group(1));
        return ours > major || (ours == major && Integer.parseInt(parts.group(2)) >= minor);
    }

    /** What {@code vmware -v} prints. */
    @JsonIgnore
    public String banner() {
        return "VMware ESXi " + version + " build-" + build;
    }
}

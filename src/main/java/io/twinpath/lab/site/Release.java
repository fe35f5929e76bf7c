package io.twinpath.lab.site;

import com.fasterxml.jackson.annotation.JsonIgnore;
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

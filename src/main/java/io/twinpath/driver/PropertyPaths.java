package io.twinpath.driver;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The paths of properties that may be asked for. */
final class PropertyPaths {

    private static final Pattern PATH = Pattern.compile(
            "[a-z][A-Za-z0-9]*(\\[\"[^\"\\]\\p{Cntrl}]{1,200}\"\\])?(\\.[a-z][A-Za-z0-9]*(\\[\"[^\"\\]\\p{Cntrl}]{1,200}\"\\])?)*");

    /** Megabytes for each host: nobody needs all of it. */
    private static final Set<String> WHOLE = Set.of("config", "hardware", "config.storageDevice");

    private PropertyPaths() {}

    static List<String> checked(List<String> paths) {
        if (paths.isEmpty() || new HashSet<>(paths).size() != paths.size()) {
            throw new IllegalArgumentException("paths are given once each: " + paths);
        }
        for (String path : paths) {
            if (!PATH.matcher(path).matches()) {
                throw new IllegalArgumentException("not the path of a property: " + path);
            }
            if (WHOLE.contains(path)) {
                throw new IllegalArgumentException("too much to be read whole: " + path);
            }
        }
        return List.copyOf(paths);
    }
}

package io.twinpath.driver;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The init script of a service, by its file name: a word that is no option, no path and nothing to a shell.
 *
 * @param name such as {@code ntpd} or {@code SSH}
 */
public record ServiceScript(String name) {

    static final String FOLDER = "/etc/init.d/";
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,40}(\\.[A-Za-z0-9]{1,8})?");

    public ServiceScript {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of an init script: " + name);
        }
    }

    public static Optional<ServiceScript> named(String name) {
        return NAME.matcher(name).matches() ? Optional.of(new ServiceScript(name)) : Optional.empty();
    }

    public String path() {
        return FOLDER + name;
    }
}

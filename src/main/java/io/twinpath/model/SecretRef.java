package io.twinpath.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a secret is kept; never the secret itself. Resolved as late as possible, at the moment a credential is sent.
 *
 * @param source {@code env}, {@code file} or {@code exec}
 * @param locator the variable, the path or the command line
 */
public record SecretRef(String source, String locator) {

    private static final Pattern FORM = Pattern.compile("secret://(env|file|exec)/(.+)");

    public static SecretRef parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException(
                    "a secret is given by reference: secret://env/NAME, secret://file/PATH or "
                            + "secret://exec/COMMAND");
        }
        return new SecretRef(m.group(1), m.group(2));
    }

    @Override
    public String toString() {
        return "secret://" + source + "/" + locator;
    }
}

package io.twinpath.driver;

import io.twinpath.model.SecretRef;
import java.util.regex.Pattern;

/**
 * One option of an esxcli call; always sent as {@code --name=value}, or as {@code --name} when it takes no value. Never
 * positional, so that no value can be taken for an option.
 *
 * @param name the long name without hyphens
 */
public record Option(String name, Argument argument) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,40}");

    public Option {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not an option name: " + name);
        }
    }

    /** The value of an option. */
    public sealed interface Argument {

        /** As it may be shown: a secret shows its reference. */
        String shown();
    }

    /** A text that goes to the host unchanged. */
    public record Text(String text) implements Argument {
        @Override
        public String shown() {
            return text;
        }
    }

    /** A secret, looked up when the call is sent. */
    public record Secret(SecretRef reference) implements Argument {
        @Override
        public String shown() {
            return reference.toString();
        }
    }

    /** No value: being there is what it says, as {@code --auto} of {@code network nic set}. */
    public record Flag() implements Argument {
        @Override
        public String shown() {
            return "";
        }
    }

    public static Option flag(String name) {
        return new Option(name, new Flag());
    }

    public static Option secret(String name, SecretRef reference) {
        return new Option(name, new Secret(reference));
    }

    public static Option of(String name, String text) {
        return new Option(name, new Text(text));
    }

    public static Option of(String name, long number) {
        return new Option(name, new Text(Long.toString(number)));
    }

    public static Option of(String name, boolean on) {
        return new Option(name, new Text(Boolean.toString(on)));
    }

    @Override
    public String toString() {
        return argument instanceof Flag ? "--" + name : "--" + name + "=" + argument.shown();
    }
}

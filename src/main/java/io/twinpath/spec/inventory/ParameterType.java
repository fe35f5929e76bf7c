package io.twinpath.spec.inventory;

import io.twinpath.model.Ipv4;
import io.twinpath.model.Ipv4Prefix;
import io.twinpath.model.Mac;
import io.twinpath.model.PortRef;
import io.twinpath.model.Portal;
import io.twinpath.model.SecretRef;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a module's parameter can be.
 *
 * @param base of the value, or of each item
 * @param list whether it is a list of these
 */
public record ParameterType(Base base, boolean list) {

    private static final String LIST_OF = "list of ";

    /** The single values. */
    public enum Base {
        STRING("a text", String.class, s -> s),
        INTEGER("a whole number", Long.class, Base::whole),
        BOOLEAN("true or false", Boolean.class, Base::flag),
        IPV4("an IPv4 address", Ipv4.class, s -> Ipv4.parse(s).toString()),
        IPV4_PREFIX(
                "an IPv4 address with its prefix length",
                Ipv4Prefix.class,
                s -> Ipv4Prefix.parse(s).toString()),
        PORT("a NIC port", PortRef.class, s -> PortRef.parse(s).toString()),
        PORTAL("an iSCSI portal", Portal.class, s -> Portal.parse(s).toString()),
        MAC("a MAC address", Mac.class, s -> Mac.parse(s).toString()),
        SECRET(
                "a reference to a secret",
                SecretRef.class,
                s -> SecretRef.parse(s).toString());

        private final String title;
        private final Class<?> type;

        @SuppressWarnings("ImmutableEnumChecker") // a method reference without state
        private final Function<String, Object> parse;

        Base(String title, Class<?> type, Function<String, Object> parse) {
            this.title = title;
            this.type = type;
            this.parse = parse;
        }

        /** The type whose grammar it has. */
        public Class<?> type() {
            return type;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Long whole(String text) {
            if (!text.matches("-?(0|[1-9][0-9]{0,17})")) {
                throw new IllegalArgumentException("write a whole number in decimal digits without leading zeros");
            }
            return Long.valueOf(text);
        }

        private static Boolean flag(String text) {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException("write true or false");
            };
        }
    }

    /** Reads {@code integer} or {@code list of port}. */
    public static Optional<ParameterType> parse(String text) {
        boolean list = text.startsWith(LIST_OF);
        String word = list ? text.substring(LIST_OF.length()) : text;
        return Arrays.stream(Base.values())
                .filter(b -> b.word().equals(word))
                .findFirst()
                .map(b -> new ParameterType(b, list));
    }

    /** Every type as it is written. */
    public static List<String> words() {
        return Stream.of("", LIST_OF)
                .flatMap(p -> Arrays.stream(Base.values()).map(b -> p + b.word()))
                .toList();
    }

    /** A single value in the form that templates see; throws IllegalArgumentException with what is expected. */
    public Object item(String text) {
        return base.parse.apply(text);
    }

    public String itemTitle() {
        return base.title;
    }

    public String title() {
        return list ? "a list, each item " + base.title : base.title;
    }
}

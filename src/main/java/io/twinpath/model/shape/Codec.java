package io.twinpath.model.shape;

import io.twinpath.model.Cidr;
import io.twinpath.model.Ip;
import io.twinpath.model.Ipv4;
import io.twinpath.model.Ipv4Prefix;
import io.twinpath.model.Ipv6Prefix;
import io.twinpath.model.Mac;
import io.twinpath.model.Mebibytes;
import io.twinpath.model.Megahertz;
import io.twinpath.model.PciId;
import io.twinpath.model.PortRef;
import io.twinpath.model.Portal;
import io.twinpath.model.Seconds;
import io.twinpath.model.SecretRef;
import io.twinpath.model.Value;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How one scalar type is read from text and written to a value.
 *
 * @param title what is expected, for messages: "a whole number"
 * @param parse throws IllegalArgumentException with a sentence that says what is expected
 */
record Codec(Class<?> type, String title, Function<String, Object> parse, Function<Object, Value> write) {

    private static final Map<Class<?>, Codec> ALL = Map.ofEntries(
            entry(String.class, "a text", s -> s),
            Map.entry(
                    Boolean.class,
                    new Codec(Boolean.class, "true or false", Codec::flag, o -> new Value.Flag((Boolean) o))),
            Map.entry(Integer.class, new Codec(Integer.class, "a whole number", Codec::integer, Codec::whole)),
            Map.entry(Long.class, new Codec(Long.class, "a whole number", Codec::longNumber, Codec::whole)),
            entry(Ipv4.class, "an IPv4 address", Ipv4::parse),
            entry(Ipv4Prefix.class, "an IPv4 address with its prefix length", Ipv4Prefix::parse),
            entry(Ip.class, "an IPv4 or IPv6 address", Ip::parse),
            entry(Cidr.class, "an address or a network", Cidr::parse),
            entry(Ipv6Prefix.class, "an IPv6 address with its prefix length", Ipv6Prefix::parse),
            entry(Mac.class, "a MAC address", Mac::parse),
            entry(PciId.class, "a PCI id", PciId::parse),
            entry(PortRef.class, "a NIC port", PortRef::parse),
            entry(Portal.class, "an iSCSI portal", Portal::parse),
            entry(LocalDate.class, "a date", Codec::date),
            entry(Seconds.class, "a length of time", Seconds::parse),
            entry(Mebibytes.class, "a size in MiB", Mebibytes::parse),
            entry(Megahertz.class, "a clock rate in MHz", Megahertz::parse),
            entry(SecretRef.class, "a reference to a secret", SecretRef::parse));

    static Optional<Codec> of(Class<?> type) {
        return Optional.ofNullable(ALL.get(boxed(type)));
    }

    private static <T> Map.Entry<Class<?>, Codec> entry(Class<T> type, String title, Function<String, T> parse) {
        return Map.entry(type, new Codec(type, title, parse::apply, o -> Value.text(o.toString())));
    }

    private static Class<?> boxed(Class<?> type) {
        if (type == int.class) {
            return Integer.class;
        }
        if (type == long.class) {
            return Long.class;
        }
        return type == boolean.class ? Boolean.class : type;
    }

    private static Value whole(Object number) {
        return new Value.Whole(((Number) number).longValue());
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("write a day of the calendar as year, month and day: 2027-03-31", e);
        }
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("write true or false");
        };
    }

    private static Integer integer(String text) {
        long number = longNumber(text);
        if (number != (int) number) {
            throw new IllegalArgumentException("the number is too large");
        }
        return (int) number;
    }

    private static Long longNumber(String text) {
        if (!text.matches("-?(0|[1-9][0-9]{0,18})")) {
            throw new IllegalArgumentException("write a whole number in decimal digits without leading zeros");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the number is too large", e);
        }
    }
}

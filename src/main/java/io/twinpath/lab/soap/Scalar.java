package io.twinpath.lab.soap;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A value without parts.
 *
 * @param type such as {@code xsd:int}
 */
public record Scalar(String type, String text) implements Value {

    private static final String TEXT = "xsd:string";

    public static Scalar of(String text) {
        return new Scalar(TEXT, text);
    }

    public static Scalar of(boolean flag) {
        return new Scalar("xsd:boolean", Boolean.toString(flag));
    }

    public static Scalar of(int number) {
        return new Scalar("xsd:int", Integer.toString(number));
    }

    public static Scalar of(long number) {
        return new Scalar("xsd:long", Long.toString(number));
    }

    public static Scalar of(Instant time) {
        return new Scalar("xsd:dateTime", time.truncatedTo(ChronoUnit.MICROS).toString());
    }

    /** A number of another type, such as {@code xsd:short}. */
    public static Scalar of(String type, long number) {
        return new Scalar(type, Long.toString(number));
    }
}

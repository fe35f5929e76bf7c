package io.twinpath.lab.soap;

/** Values as text, to tell two of them apart. */
public final class Printed {

    private Printed() {}

    public static String of(Value value) {
        return new XmlWriter().anything("val", value).toString();
    }
}

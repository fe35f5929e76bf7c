package io.twinpath.lab.site;

/** A share of a resource of a host, in MHz or MB. */
public final class Allocation {

    public static final long UNLIMITED = -1;

    public long reservation;
    public long limit = UNLIMITED;

    /** {@code low}, {@code normal}, {@code high}, or a number. */
    public String shares = "normal";

    static boolean shares(String text) {
        return text.matches("low|normal|high|[0-9]{1,7}");
    }
}

package io.twinpath.lab.soap;

/** A fault of the API: it ends the call and is told to the client, nobody else. */
public final class SoapFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Data detail;

    public SoapFault(String message, Data detail) {
        super(message, null, false, false);
        this.detail = detail;
    }

    /** The name of its type, such as {@code InvalidLogin}. */
    public String name() {
        return detail.type();
    }

    /** What it says beside its message. */
    public Data detail() {
        return detail;
    }

    /** As it stands in a task or beside a property that could not be read. */
    public Data localized() {
        return Data.of("LocalizedMethodFault")
                .put("fault", detail)
                .text("localizedMessage", String.valueOf(getMessage()));
    }
}

package io.twinpath.lab.esxcli;

/** A command was understood and could not be carried out. The message is printed as it is. */
final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1;

    Fault(String message) {
        super(message, null, false, false);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}

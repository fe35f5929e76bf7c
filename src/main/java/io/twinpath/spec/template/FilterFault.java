package io.twinpath.spec.template;

/** A filter refuses its input; the message is a sentence without its full stop. */
final class FilterFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    FilterFault(String message) {
        super(message, null, false, false);
    }
}

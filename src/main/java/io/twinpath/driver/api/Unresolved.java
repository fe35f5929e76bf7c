package io.twinpath.driver.api;

/** A handle means no object, or more than one. The message says so as a sentence. */
final class Unresolved extends Exception {

    private static final long serialVersionUID = 1;

    Unresolved(String sentence) {
        super(sentence);
    }
}

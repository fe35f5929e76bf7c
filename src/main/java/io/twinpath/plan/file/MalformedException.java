package io.twinpath.plan.file;

/** A plan file says something that no plan says. Stays inside this package. */
final class MalformedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedException(String path, String what) {
        super((path.isEmpty() ? "the whole" : path) + " " + what);
    }
}

package io.twinpath.driver.api;

/** A server refused a call. */
final class FaultException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    FaultException(Fault fault) {
        super(fault.toString());
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }

    boolean is(String name) {
        return fault.name().equals(name);
    }
}

package io.twinpath.driver;

import io.twinpath.model.SecretRef;

/** Looks secrets up, at the moment they are sent. May be called by several threads at once. */
@FunctionalInterface
public interface Secrets {

    /**
     * The secret behind a reference; the caller closes it.
     *
     * @throws DriverException when it is not there, empty, or not safely kept
     */
    Secret resolve(SecretRef reference) throws DriverException;

    /** Has none. */
    static Secrets none() {
        return reference -> {
            throw new DriverException(new DriverProblem.SecretMissing(reference, "no secrets are available here"));
        };
    }
}

package io.twinpath.diff;

import io.twinpath.model.Address;
import io.twinpath.model.Change;

/**
 * Something that was found and that the spec does not declare. It is left alone.
 *
 * @param found what is there, or why it could not be read
 * @param reported whether a collection of the spec asks to be told of it
 */
public record Undeclared(Change.Keep<?> found, boolean reported) {

    public Address address() {
        return found.address();
    }
}

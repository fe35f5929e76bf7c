package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Ref;
import java.util.List;

/** An object of the API: what it is called, what it shows, what it can be told, and what lies below it. */
public interface ManagedObject {

    Ref self();

    /** Its properties; what is known and not set counts as valid to ask for. */
    Data properties();

    default Methods methods() {
        return Methods.none();
    }

    /** The entities that a view of a container finds directly below it. */
    default List<Ref> contained() {
        return List.of();
    }
}

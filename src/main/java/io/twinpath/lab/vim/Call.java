package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Ref;
import java.util.Optional;

/**
 * A call as a method sees it.
 *
 * @param method the element of the call; its children are the arguments
 */
public record Call(World world, Session session, Element method) {

    /** The object that it is about. */
    public Ref on() {
        return method.required("_this").ref();
    }

    /** An object as the caller sees it. */
    Optional<ManagedObject> find(Ref ref) {
        return session.find(ref)
                .or(() -> ref.kind().equals("SessionManager")
                        ? SessionManager.find(world, ref, Optional.of(session))
                        : world.find(ref));
    }

    /** An argument that must be there. */
    public Element argument(String name) {
        return method.required(name);
    }

    /** The text of an argument that must be there. */
    public String text(String name) {
        return argument(name).text();
    }
}

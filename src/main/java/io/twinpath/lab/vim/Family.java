package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Ref;
import java.util.Optional;

/** Finds the managed objects of one kind. */
@FunctionalInterface
public interface Family {

    /** The object that a reference of this kind is for; empty when there is none, or none any more. */
    Optional<ManagedObject> find(World world, Ref ref);
}

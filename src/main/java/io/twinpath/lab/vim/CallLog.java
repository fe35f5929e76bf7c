package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Ref;
import java.util.Optional;

/** Where calls are noted. */
@FunctionalInterface
public interface CallLog {

    /** @param fault the name of the fault that answered; empty for none */
    void called(World world, Element method, Ref on, Optional<String> fault);
}

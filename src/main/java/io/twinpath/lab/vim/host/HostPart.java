package io.twinpath.lab.vim.host;

import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.vim.ManagedObject;
import io.twinpath.lab.vim.Methods;

/** A manager of a host: whatever it is told, the host must be there to hear it. */
interface HostPart extends ManagedObject {

    HostContext at();

    /** Its methods, for a host that answers. */
    default Methods calls() {
        return Methods.none();
    }

    @Override
    default Ref self() {
        return at().self();
    }

    @Override
    default Methods methods() {
        return calls().after(at()::requireResponse);
    }
}

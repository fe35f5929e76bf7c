package io.twinpath.kind;

import io.twinpath.driver.Command;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Desired;
import java.util.List;

/**
 * The words of a kind for what a host always has, such as its resolver or its acceptance level: a spec changes it, and can
 * neither make it nor take it away.
 */
public interface Standing<D extends Record & Desired> extends Binding<D> {

    /**
     * The commands that turn what was found into what is wanted, in order.
     *
     * @param before what was found, whole
     * @param after the same, overlaid with what is wanted
     */
    List<Command> change(Address address, D before, D after);

    @Override
    default List<Command> script(Change<D> change) {
        return switch (change) {
            case Change.Update<D> c -> change(c.address(), c.observed(), c.target());
            case Change.Replace<D> c -> change(c.address(), c.observed(), c.target());
            case Change.Keep<D> c -> List.of();
            case Change.Create<D> c -> List.of();
            case Change.Delete<D> c -> List.of();
            case Change.Blocked<D> c -> List.of();
        };
    }
}

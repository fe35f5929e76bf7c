package io.twinpath.driver;

import io.twinpath.model.Transport;
import java.util.List;

/** A {@link MixedSession} that can also change the place. */
final class MixedWriter extends MixedSession<Writer> implements Writer {

    MixedWriter(String place, List<Transport> ways, Opening<Writer> opening) {
        super(place, ways, opening);
    }

    @Override
    public Reply send(Command command) throws DriverException {
        return session(command.transport()).send(command);
    }
}

package io.twinpath.execute;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.Reader;
import io.twinpath.model.Resource;
import io.twinpath.model.Snapshot;
import io.twinpath.observe.Observer;
import io.twinpath.observe.Target;
import java.util.List;

/** Reads resources of one host again, over a session that is open. */
public interface Rereader {

    /**
     * @param resources what to read; their wanted records may say how
     * @return the identity of the host, and a fact for each resource
     * @throws DriverException when the host cannot be asked
     */
    Snapshot read(String host, Reader session, List<Resource<?>> resources) throws DriverException;

    /** As the site was looked at for the plan. */
    static Rereader over(Observer observer) {
        return (host, session, resources) -> observer.read(
                host, session, resources.stream().<Target<?>>map(Target::of).toList());
    }
}

package io.twinpath.execute;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.Reader;
import io.twinpath.model.Snapshot;
import io.twinpath.observe.Observer;
import io.twinpath.observe.Target;
import java.util.List;

/** Reads resources at one place again, over a session that is open. */
public interface Rereader {

    /**
     * @param targets what to read, and over which transport; their wanted records may say how
     * @return the identity of the place, and a fact for each target
     * @throws DriverException when the place cannot be asked
     */
    Snapshot read(String place, Reader session, List<Target<?>> targets) throws DriverException;

    /** As the site was looked at for the plan. */
    static Rereader over(Observer observer) {
        return observer::read;
    }
}

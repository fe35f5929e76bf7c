package io.twinpath.driver.bundle;

import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverProblem;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Writer;
import io.twinpath.model.Transport;
import java.util.List;

/** Answers from the support bundle of one host, offline. Cannot change anything. */
public final class BundleDriver implements Driver {

    private final Bundle bundle;
    private final String host;

    /** @param host whose bundle it is, as the spec calls it */
    public BundleDriver(Bundle bundle, String host) {
        this.bundle = bundle;
        this.host = host;
    }

    @Override
    public List<Transport> ways(String place) {
        return Driver.sshToHosts(place);
    }

    @Override
    public boolean waits() {
        return false;
    }

    @Override
    public Reader reader(String name) throws DriverException {
        if (!name.equals(host)) {
            throw new DriverException(new DriverProblem.BadBundle(
                    bundle.file().toString(), "it is the bundle of " + host + " and not of " + name));
        }
        return new BundleReader(bundle);
    }

    @Override
    public Writer writer(String name) throws DriverException {
        throw new DriverException(
                new DriverProblem.Unreachable(name, bundle.file().toString(), "a bundle cannot be changed"));
    }
}

package io.twinpath.driver.replay;

import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverProblem;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Writer;
import io.twinpath.model.Names;
import io.twinpath.model.Transport;
import java.nio.file.Files;
import java.nio.file.Path;

/** Answers from a folder, offline. Cannot change anything. */
public final class ReplayDriver implements Driver {

    private final Path folder;

    public ReplayDriver(Path folder) {
        this.folder = folder;
    }

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    @Override
    public Reader reader(String host) throws DriverException {
        if (!Names.isHost(host) || !Files.isDirectory(folder.resolve(host))) {
            throw new DriverException(new DriverProblem.NotRecorded(
                    host, folder.resolve(Names.isHost(host) ? host : "?").toString()));
        }
        return new ReplayReader(folder.resolve(host));
    }

    @Override
    public Writer writer(String host) throws DriverException {
        throw new DriverException(
                new DriverProblem.Unreachable(host, folder.toString(), "a recording cannot be changed"));
    }
}

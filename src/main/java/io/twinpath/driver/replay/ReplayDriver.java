package io.twinpath.driver.replay;

import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverProblem;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Writer;
import io.twinpath.model.Transport;
import io.twinpath.model.Way;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Answers from a folder, offline. Cannot change anything. */
public final class ReplayDriver implements Driver {

    private final Path folder;

    public ReplayDriver(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<Transport> ways(String place) {
        List<Transport> ways = new ArrayList<>();
        if (FileNames.isPlace(place)) {
            Path own = folder.resolve(place);
            if (!place.equals(Way.VCENTER) && !FileNames.onlyApi(own)) {
                ways.add(Transport.SSH);
            }
            if (Files.isDirectory(own.resolve(FileNames.API))) {
                ways.add(Transport.API);
            }
        }
        return ways;
    }

    @Override
    public boolean waits() {
        return false;
    }

    @Override
    public Reader reader(String host) throws DriverException {
        if (!FileNames.isPlace(host) || !Files.isDirectory(folder.resolve(host))) {
            throw new DriverException(new DriverProblem.NotRecorded(
                    host, folder.resolve(FileNames.isPlace(host) ? host : "?").toString()));
        }
        return new ReplayReader(folder.resolve(host));
    }

    @Override
    public Writer writer(String host) throws DriverException {
        throw new DriverException(
                new DriverProblem.Unreachable(host, folder.toString(), "a recording cannot be changed"));
    }
}

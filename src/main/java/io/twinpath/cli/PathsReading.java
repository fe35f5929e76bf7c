package io.twinpath.cli;

import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.Reader;
import io.twinpath.driver.UnreadableException;
import io.twinpath.observe.path.StoragePaths;
import io.twinpath.report.PathsView;
import java.util.Collection;

/** Shows the storage paths of hosts, one host after another. */
final class PathsReading {

    private final Console console;

    PathsReading(Console console) {
        this.console = console;
    }

    int show(Collection<String> hosts, Driver driver) {
        Exit exit = Exit.DONE;
        for (String host : hosts) {
            try (Reader reader = driver.reader(host)) {
                console.out().print(PathsView.text(host, StoragePaths.read(reader), console.outStyle()));
            } catch (DriverException e) {
                console.out().println(host + ": " + e.getMessage());
                exit = Exit.UNREACHABLE;
            } catch (UnreadableException e) {
                console.out().println(host + ": " + e.getMessage());
                exit = exit == Exit.DONE ? Exit.FAILED : exit;
            }
        }
        return exit.code();
    }
}

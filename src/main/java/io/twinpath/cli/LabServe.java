package io.twinpath.cli;

import io.twinpath.diag.Result;
import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Runs a simulated site in the foreground. */
final class LabServe {

    private final Console console;

    LabServe(Console console) {
        this.console = console;
    }

    /** Serves until the process is told to end; then the sockets are closed and the exit code is that of the signal. */
    int serve(String site, Optional<Path> state, Optional<Path> log, Optional<Path> endpoints) throws CliException {
        LabOptions options = state.map(LabOptions.NONE::withState).orElse(LabOptions.NONE);
        options = log.map(options::withLog).orElse(options);
        Lab lab = Results.orElseThrow(Lab.open(site, options), Exit.FAILED);
        Runtime.getRuntime().addShutdownHook(new Thread(lab::close, "lab-close"));
        if (endpoints.isPresent()) {
            Result<Path> written = lab.endpoints().write(endpoints.orElseThrow());
            Results.orElseThrow(written, Exit.FAILED);
        }
        lab.endpoints()
                .hosts()
                .forEach((host, endpoint) -> console.out()
                        .println(host + "  ssh -p " + endpoint.ssh().port() + " "
                                + endpoint.ssh().user() + "@" + endpoint.ssh().address()));
        console.err()
                .println("Serving " + site + ", " + lab.endpoints().hosts().size()
                        + " hosts, until interrupted (Ctrl-C).");
        try {
            new CountDownLatch(1).await();
            return Exit.DONE.code();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exit.INTERRUPTED.code();
        }
    }
}

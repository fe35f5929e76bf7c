package io.twinpath.cli;

import io.twinpath.diag.Result;
import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Runs a simulated site in the foreground. */
final class LabServe implements Callable<Integer> {

    private final Console console;

    private String site = "";
    private Optional<Path> state = Optional.empty();
    private Optional<Path> log = Optional.empty();
    private Optional<Path> endpoints = Optional.empty();

    LabServe(Console console) {
        this.console = console;
    }

    Syntax syntax() {
        return Syntax.verb("serve", this, "Run a site as its own process until it is interrupted.")
                .parameter("SITE", String.class, given -> site = given, "A bundled site, or the path of a site's YAML.")
                .option(
                        "--state",
                        "FILE",
                        Path.class,
                        given -> state = Optional.of(given),
                        "Keep the site here over restarts.")
                .option(
                        "--log",
                        "FILE",
                        Path.class,
                        given -> log = Optional.of(given),
                        "Write received commands here, as JSON lines.")
                .option(
                        "--endpoints",
                        "FILE",
                        Path.class,
                        given -> endpoints = Optional.of(given),
                        "Write how to reach it here, when ready.")
                .examples(
                        "twinpath lab serve lain-2022-10-13 --endpoints lab.json",
                        "twinpath lab serve site.yml --endpoints lab.json --state site-state.json",
                        "twinpath lab serve lain-2022-10-13 --endpoints lab.json --log lab.log");
    }

    /** Serves until the process is told to end; then the sockets are closed and the exit code is that of the signal. */
    @Override
    public Integer call() throws CliException {
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

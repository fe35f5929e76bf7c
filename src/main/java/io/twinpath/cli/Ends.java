package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import io.twinpath.driver.DriverException;
import io.twinpath.model.HostFact;
import java.util.Collection;

/** What the troubles of the port mean for the exit code. */
final class Ends {

    private Ends() {}

    static CliException of(DriverException e) {
        Exit exit = switch (e.problem()) {
            case UNREACHABLE, UNTRUSTED, UNAUTHENTICATED -> Exit.UNREACHABLE;
            case IN_DOUBT -> Exit.IN_DOUBT;
            case PROTOCOL -> Exit.FAILED;
        };
        return new CliException(
                exit,
                e.diagnostic()
                        .orElseGet(() -> Diagnostic.error(
                                "CLI0006", "A host could not be talked to", String.valueOf(e.getMessage()))));
    }

    /** 6 when a host did not answer, else the given code. */
    static int withHosts(Collection<HostFact> hosts, Exit otherwise) {
        return hosts.stream().anyMatch(h -> h instanceof HostFact.Unreached)
                ? Exit.UNREACHABLE.code()
                : otherwise.code();
    }
}

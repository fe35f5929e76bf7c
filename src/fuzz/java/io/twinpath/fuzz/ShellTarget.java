package io.twinpath.fuzz;

import io.twinpath.lab.shell.FileSystem;
import io.twinpath.lab.shell.Jobs;
import io.twinpath.lab.shell.Limits;
import io.twinpath.lab.shell.Machine;
import io.twinpath.lab.shell.Shell;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** The lab's shell, kept to small limits and from sleeping. */
final class ShellTarget implements Target {

    private static final Limits SMALL = new Limits(300, 1 << 16, 60, Duration.ofSeconds(1));

    @Override
    public void run(byte[] input) {
        String script = Targets.text(input).replace("sleep", "true").replace("wait", "true");
        try (Jobs jobs = new Jobs()) {
            FileSystem files = FileSystem.booted(InstantSource.system());
            new Shell(
                            new Machine(
                                    "esxi1", "8.0.3", files, name -> Optional.empty(), jobs, InstantSource.system()),
                            SMALL)
                    .run(script, "one\ntwo\n");
        }
    }
}

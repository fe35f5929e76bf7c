package io.twinpath.lab;

import io.twinpath.lab.shell.CommandResult;
import io.twinpath.lab.shell.FileException;
import io.twinpath.lab.shell.FileSystem;
import io.twinpath.lab.shell.Jobs;
import io.twinpath.lab.shell.Machine;
import io.twinpath.lab.shell.Shell;
import io.twinpath.lab.site.Host;
import io.twinpath.lab.site.HostFiles;
import io.twinpath.lab.site.Site;
import io.twinpath.lab.site.Sites;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;

/** The shell of one host of a site, as SSH would reach it, without SSH. */
public final class LabShell implements AutoCloseable {

    private final Host host;
    private final FileSystem files;
    private final Jobs jobs = new Jobs();
    private final Shell shell;

    public LabShell(Site site, String name) {
        InstantSource clock = InstantSource.fixed(Sites.MORNING);
        this.host = Sites.host(site, name);
        this.files = FileSystem.booted(clock);
        files.restore(HostFiles.of(host));
        RunningSite running = new RunningSite(site, Optional.empty(), clock, log());
        this.shell = new Shell(
                new Machine(name, host.release.version(), files, new HostPrograms(running, name), jobs, clock));
    }

    private static LabLog log() {
        try {
            return LabLog.open(Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public CommandResult run(String script) {
        CommandResult result = shell.run(script, "");
        HostFiles.of(host).forEach((path, known) -> {
            String text = text(path);
            if (!text.equals(known)) {
                host.files.put(path, text);
            }
        });
        return result;
    }

    private String text(String path) {
        try {
            return files.read(path);
        } catch (FileException e) {
            return "";
        }
    }

    @Override
    public void close() {
        jobs.close();
    }
}

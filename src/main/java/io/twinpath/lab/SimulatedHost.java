package io.twinpath.lab;

import io.twinpath.lab.esxcli.Esxcli;
import io.twinpath.lab.shell.FileException;
import io.twinpath.lab.shell.FileSystem;
import io.twinpath.lab.shell.Jobs;
import io.twinpath.lab.shell.Machine;
import io.twinpath.lab.shell.Shell;
import io.twinpath.lab.site.Gate;
import io.twinpath.lab.site.Host;
import io.twinpath.lab.site.HostFiles;
import io.twinpath.lab.site.Reach;
import io.twinpath.lab.site.Services;
import io.twinpath.lab.ssh.HostKey;
import io.twinpath.lab.ssh.HostSettings;
import io.twinpath.lab.ssh.Logins;
import io.twinpath.lab.ssh.SshHost;
import io.twinpath.lab.ssh.SshSite;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One host that serves: its SSH server, and the shell of its present boot. */
final class SimulatedHost implements AutoCloseable {

    static final String USER = "root";
    private static final String LOOPBACK = "127.0.0.1";

    private final RunningSite lab;
    private final String name;
    private final SshHost ssh;
    private volatile Boot boot;

    /** What lasts from one start of the host to the next. */
    private record Boot(String since, boolean powered, Jobs jobs, FileSystem files, Shell shell) {}

    private SimulatedHost(RunningSite lab, String name, int port, SshSite servers) throws IOException {
        this.lab = lab;
        this.name = name;
        this.boot = start();
        Host host = lab.site().host(name);
        HostKey key = HostKey.decode(host.key).orElseGet(HostKey::generate);
        host.key = key.encoded();
        this.ssh = servers.open(
                new HostSettings(name, port, key, new Logins(Map.of(USER, host.password), this::rootKeys)),
                (user, command, in, out, err) -> run(command, in, out, err));
    }

    /** Starts a host that can be connected to when this returns, unless its management network is down. */
    static SimulatedHost open(RunningSite lab, String name, int port, SshSite servers) throws IOException {
        return new SimulatedHost(lab, name, port, servers);
    }

    SshEndpoint endpoint() {
        String password = lab.site().host(name).password;
        return new SshEndpoint(LOOPBACK, ssh.port(), USER, password, ssh.key().publicLine());
    }

    /** Follows what has happened: a restart ends jobs, a lost network cuts the host off, a closed firewall lets nobody in. */
    void follow() {
        boolean manageable = lab.look(s -> new Reach(s).manageable(name));
        ssh.unreachable(!manageable);
        ssh.refusing(!lab.look(s -> new Gate(s).admits(name)));
        Host host = lab.site().host(name);
        ssh.stopped(!lab.look(s -> Services.of(host).get(Services.SSH)).running());
        if (!host.booted.equals(boot.since) || host.powered != boot.powered) {
            boot.jobs.close();
            boot = start();
        }
    }

    @Override
    public void close() {
        boot.jobs.close();
        ssh.close();
    }

    private Boot start() {
        Host host = lab.site().host(name);
        Jobs jobs = new Jobs();
        FileSystem files = FileSystem.booted(lab.clock());
        files.restore(HostFiles.of(host));
        Machine machine =
                new Machine(name, host.release.version(), files, new HostPrograms(lab, name), jobs, lab.clock());
        return new Boot(host.booted, host.powered, jobs, files, new Shell(machine));
    }

    private int run(Optional<String> command, InputStream in, OutputStream out, OutputStream err) {
        Boot now = boot;
        lab.look(s -> HostFiles.of(s.host(name))).forEach((path, text) -> {
            // The API may have changed it since.
            if (!text(now.files, path).equals(text)) {
                now.files.restore(Map.of(path, text));
            }
        });
        int exit = command.isPresent()
                ? now.shell.run(command.orElseThrow(), in, out, err)
                : now.shell.login(in, out, err);
        lab.call(name, () -> new Esxcli.Done(exit, saved(now.files)));
        return exit;
    }

    /** Takes over what a command wrote into files that outlive a restart; says whether that is anything. */
    private boolean saved(FileSystem files) {
        Host host = lab.site().host(name);
        boolean changed = false;
        for (Map.Entry<String, String> known : HostFiles.of(host).entrySet()) {
            String text = text(files, known.getKey());
            if (!text.equals(known.getValue())) {
                host.files.put(known.getKey(), text);
                changed = true;
            }
        }
        return changed;
    }

    private List<String> rootKeys() {
        return lab.look(s -> HostFiles.of(s.host(name)))
                .getOrDefault(HostFiles.ROOT_KEYS, "")
                .lines()
                .toList();
    }

    private static String text(FileSystem files, String path) {
        try {
            return files.read(path);
        } catch (FileException e) {
            return "";
        }
    }
}

package io.twinpath.lab;

import io.twinpath.lab.esxcli.Esxcli;
import io.twinpath.lab.esxcli.HostView;
import io.twinpath.lab.esxcli.ServicePrograms;
import io.twinpath.lab.esxcli.VimCmd;
import io.twinpath.lab.shell.Program;
import io.twinpath.lab.shell.Programs;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/** The programs of one host, each call under the lock of the lab. */
final class HostPrograms implements Programs {

    private final HostView view;
    private final RunningSite lab;
    private final String host;

    HostPrograms(RunningSite lab, String host) {
        this.lab = lab;
        this.host = host;
        this.view = new HostView(lab.site(), host, lab.clock());
    }

    @Override
    public Optional<Program> find(String name) {
        return switch (name) {
            case "esxcli", "/bin/esxcli", "localcli" -> Optional.of(esxcli());
            case "vim-cmd", "/bin/vim-cmd" ->
                Optional.of((words, in, out, err) ->
                        lab.call(host, () -> new VimCmd(view).call(words, out)).exit());
            case "vmware", "/bin/vmware" ->
                Optional.of(locked((words, in, out, err) -> {
                    out.append(lab.site().host(host).release.banner()).append('\n');
                    return 0;
                }));
            case "chkconfig", "/sbin/chkconfig" -> Optional.of(changing((p, words, out) -> p.chkconfig(words, out)));
            default -> script(name);
        };
    }

    private Optional<Program> script(String name) {
        if (!name.startsWith(ServicePrograms.FOLDER)) {
            return Optional.empty();
        }
        String script = name.substring(ServicePrograms.FOLDER.length());
        return lab.look(s -> new ServicePrograms(view).has(script))
                ? Optional.of(changing((p, words, out) -> p.script(script, words, out)))
                : Optional.empty();
    }

    private Program changing(ServiceCall call) {
        return (words, in, out, err) -> lab.call(host, () -> call.run(new ServicePrograms(view), words, out))
                .exit();
    }

    /** A call of one of the programs about services. */
    @FunctionalInterface
    private interface ServiceCall {
        Esxcli.Done run(ServicePrograms programs, List<String> words, StringBuilder out);
    }

    private Program esxcli() {
        return (words, in, out, err) -> {
            Esxcli.Done done = lab.call(host, () -> new Esxcli(view).run(words, out));
            lab.log().called(lab.clock().instant(), host, words, done.exit());
            return done.exit();
        };
    }

    private Program locked(Program program) {
        return (words, in, out, err) -> {
            Lock lock = lab.lock();
            lock.lock();
            try {
                return program.run(words, in, out, err);
            } finally {
                lock.unlock();
            }
        };
    }
}

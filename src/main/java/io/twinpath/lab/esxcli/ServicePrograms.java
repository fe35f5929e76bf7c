package io.twinpath.lab.esxcli;

import io.twinpath.lab.site.Host;
import io.twinpath.lab.site.Service;
import io.twinpath.lab.site.Services;
import java.util.List;
import java.util.Optional;

/**
 * {@code chkconfig} and the scripts of {@code /etc/init.d}. No recorded output of either was at hand: the layout and the
 * words here are the lab's, after what people write about them.
 */
public final class ServicePrograms {

    /** Where the scripts are. */
    public static final String FOLDER = "/etc/init.d/";

    private static final int FAILED = 1;
    private static final int NOT_RUNNING = 3;

    private final Host host;

    public ServicePrograms(HostView view) {
        this.host = view.host();
    }

    /** {@code chkconfig --list [NAME]} or {@code chkconfig NAME on|off}. */
    public Esxcli.Done chkconfig(List<String> words, StringBuilder out) {
        if (!words.isEmpty() && words.getFirst().equals("--list") && words.size() == 1) {
            Services.of(host)
                    .forEach((key, service) -> out.append("%-24s%s\n"
                            .formatted(Services.script(key), service.policy().equals("off") ? "off" : "on")));
            return new Esxcli.Done(0, false);
        }
        Optional<String> key = words.size() == 2 ? Services.key(host, words.getFirst()) : Optional.empty();
        if (key.isEmpty() || !words.getLast().matches("on|off")) {
            out.append("usage: chkconfig --list | chkconfig NAME on|off\n");
            return new Esxcli.Done(FAILED, false);
        }
        change(
                key.orElseThrow(),
                service(key.orElseThrow()).starting(words.getLast().equals("on")));
        return new Esxcli.Done(0, true);
    }

    /** Whether there is such a script. */
    public boolean has(String script) {
        return Services.key(host, script).isPresent();
    }

    /** {@code /etc/init.d/NAME status|start|stop|restart}. */
    public Esxcli.Done script(String script, List<String> words, StringBuilder out) {
        String key = Services.key(host, script).orElseThrow();
        return switch (words.size() == 1 ? words.getFirst() : "") {
            case "status" -> {
                boolean runs = service(key).running();
                out.append(script).append(runs ? " is running\n" : " is not running\n");
                yield new Esxcli.Done(runs ? 0 : NOT_RUNNING, false);
            }
            case "start", "restart" -> {
                change(key, service(key).with(true));
                out.append(script).append(" started\n");
                yield new Esxcli.Done(0, true);
            }
            case "stop" -> {
                change(key, service(key).with(false));
                out.append(script).append(" stopped\n");
                yield new Esxcli.Done(0, true);
            }
            default -> {
                out.append("Usage: ").append(FOLDER).append(script).append(" {start|stop|restart|status}\n");
                yield new Esxcli.Done(FAILED, false);
            }
        };
    }

    private Service service(String key) {
        return Optional.ofNullable(Services.of(host).get(key)).orElseThrow();
    }

    private void change(String key, Service service) {
        host.services.put(key, service);
    }
}

package io.twinpath.kind.ntp;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.FileCommand;
import io.twinpath.driver.FileQuery;
import io.twinpath.driver.HostFile;
import io.twinpath.driver.Option;
import io.twinpath.driver.ProgramCommand;
import io.twinpath.driver.ProgramQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.ServiceScript;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import io.twinpath.kind.Script;
import io.twinpath.kind.Standing;
import io.twinpath.model.Address;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The NTP client in the words of {@code system ntp}, or through its file where that is no command yet. The fields are those
 * of {@code system ntp get} in public notes of a 7.0 host: {@code Enabled}, {@code Loglevel}, {@code Servers}; later releases
 * print more. That {@code --server} may be given several times is from the same notes; that it replaces the list, and
 * that {@code --reset} empties it, was not seen on a real host: what is read back afterwards decides.
 */
final class NtpSsh implements Standing<Ntp> {

    private static final EsxcliQuery GET = EsxcliQuery.of("system ntp get");
    private static final FileQuery FILE = new FileQuery(HostFile.NTP);
    private static final ProgramQuery.StartList LIST = new ProgramQuery.StartList();
    private static final ServiceScript DAEMON = new ServiceScript("ntpd");
    private static final Pattern STARTS = Pattern.compile("(?m)^\\s*ntpd\\s+(on|off)\\s*$");

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    @Override
    public List<Query> queries(Address address, Optional<Ntp> wanted, Replies known) {
        return byFile(known) ? List.of(FILE, LIST) : List.of(GET);
    }

    /** Whether the host says that it has no such command. */
    private static boolean byFile(Replies replies) {
        return replies.reply(GET)
                .filter(r -> !r.ok() && r.body().contains("Unknown command or namespace"))
                .isPresent();
    }

    @Override
    public Observed<Ntp> read(Address address, Optional<Ntp> wanted, Replies replies) throws UnreadableException {
        return new Observed.Present<>(byFile(replies) ? ofFile(replies) : ofCommand(replies));
    }

    private static Ntp ofCommand(Replies replies) throws UnreadableException {
        Row row = replies.row(GET);
        if (!row.cells().containsKey(Row.normal("Servers"))) {
            throw new UnreadableException(row.source() + ": the field \"Servers\" is missing.");
        }
        return new Ntp(Optional.of(row.items("Servers")), row.flag("Enabled"), Optional.empty());
    }

    private static Ntp ofFile(Replies replies) throws UnreadableException {
        String text = replies.text(FILE).orElse("");
        Reply list = replies.reply(LIST).orElseThrow(() -> new UnreadableException("\"" + LIST + "\" was not asked."));
        var starts = STARTS.matcher(list.body());
        Optional<Boolean> enabled = starts.find() ? Optional.of(starts.group(1).equals("on")) : Optional.empty();
        return new Ntp(Optional.of(ServerLines.servers(text)), enabled, Optional.of(text));
    }

    @Override
    public List<Query> census() {
        return List.of(GET);
    }

    @Override
    public Map<Address, Optional<Ntp>> found(Scope.Host host, Replies replies) {
        return Map.of(new Address(NtpKind.NAME, host, NtpKind.CLIENT), Optional.empty());
    }

    @Override
    public List<Command> change(Address address, Ntp before, Ntp after) {
        return after.configuration()
                .map(text -> throughFile(before, after, text))
                .orElseGet(() -> throughCommand(before, after));
    }

    private static List<Command> throughCommand(Ntp before, Ntp after) {
        Script script = new Script();
        List<Option> options = new ArrayList<>();
        if (Script.differs(before.servers(), after.servers())) {
            after.servers().orElseThrow().forEach(s -> options.add(Option.of("server", s)));
            if (options.isEmpty()) {
                // Only ever to take back what gave the first servers: a spec cannot ask for none.
                script.add("system ntp set", Option.flag("reset"));
            }
        }
        if (Script.differs(before.enabled(), after.enabled())) {
            options.add(Option.of("enabled", after.enabled().orElseThrow()));
        }
        return (options.isEmpty() ? script : script.add("system ntp set", options)).commands();
    }

    /** The daemon reads its file when it starts. */
    private static List<Command> throughFile(Ntp before, Ntp after, String text) {
        Script script = new Script();
        boolean changed = Script.differs(before.servers(), after.servers());
        if (changed) {
            script.add(new FileCommand(
                    HostFile.NTP, ServerLines.with(text, after.servers().orElseThrow())));
        }
        if (Script.differs(before.enabled(), after.enabled())) {
            boolean on = after.enabled().orElseThrow();
            script.add(new ProgramCommand.StartWithHost(DAEMON, on));
            script.add(new ProgramCommand.Turn(DAEMON, on ? ProgramCommand.Way.START : ProgramCommand.Way.STOP));
        } else if (changed && after.enabled().orElse(false)) {
            script.add(new ProgramCommand.Turn(DAEMON, ProgramCommand.Way.RESTART));
        }
        return script.commands();
    }
}

package io.twinpath.kind.ntp;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.Echo;
import io.twinpath.kind.HostProperties;
import io.twinpath.kind.Script;
import io.twinpath.kind.ServiceWords;
import io.twinpath.kind.Standing;
import io.twinpath.model.Address;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The NTP client in the words of {@code HostDateTimeSystem} and of the service {@code ntpd}, which reads its servers when it
 * starts.
 */
final class NtpApi implements Standing<Ntp> {

    private static final String PATH = "config.dateTimeInfo";
    private static final PropertyQuery TIME = HostProperties.query(PATH);
    private static final Handle SYSTEM = new Handle.Manager("dateTimeSystem");
    private static final String DAEMON = "ntpd";

    /** Told from 7.0 on; before, only the service is. */
    private static final String ENABLED = "enabled";

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public List<Query> queries(Address address, Optional<Ntp> wanted, Replies known) {
        return List.of(TIME, ServiceWords.LIST);
    }

    @Override
    public Observed<Ntp> read(Address address, Optional<Ntp> wanted, Replies replies) throws UnreadableException {
        Node time = HostProperties.one(replies, TIME, PATH);
        List<String> servers =
                time.child("ntpConfig").map(c -> c.texts("server")).orElseGet(List::of);
        Optional<Boolean> told = time.flag(ENABLED);
        Optional<Boolean> enabled = told.isPresent()
                ? told
                : ServiceWords.service(replies, DAEMON)
                        .flatMap(s -> s.text("policy"))
                        .map("on"::equals);
        Map<String, String> kept = new Echo().keep(time, ENABLED).fields();
        return new Observed.Present<>(new Ntp(Optional.of(servers), enabled, Optional.empty(), kept));
    }

    @Override
    public List<Query> census() {
        return List.of(TIME, ServiceWords.LIST);
    }

    @Override
    public Map<Address, Optional<Ntp>> found(Scope.Host host, Replies replies) {
        return Map.of(new Address(NtpKind.NAME, host, NtpKind.CLIENT), Optional.empty());
    }

    /** A list without servers cannot be told from none, so what gave the first ones cannot be taken back. */
    @Override
    public List<Command> change(Address address, Ntp before, Ntp after) {
        Script script = new Script();
        boolean moved = Script.differs(before.servers(), after.servers());
        if (moved && after.servers().orElseThrow().isEmpty()) {
            return List.of();
        }
        boolean switched = Script.differs(before.enabled(), after.enabled());
        boolean whole = after.api().containsKey(ENABLED);
        if (moved || (switched && whole)) {
            List<Node> servers = after.servers().orElseGet(List::of).stream()
                    .map(s -> Node.string("server", s))
                    .toList();
            Optional<Node> on = after.enabled().filter(e -> whole).map(e -> Node.flag(ENABLED, e));
            script.add(MethodCommand.of(
                    SYSTEM,
                    "UpdateDateTimeConfig",
                    Node.build("config", "HostDateTimeConfig")
                            .put(Node.object("ntpConfig", "HostNtpConfig", servers))
                            .put(on)
                            .end()));
        }
        if (switched && !whole) {
            boolean on = after.enabled().orElseThrow();
            script.add(ServiceWords.policy(DAEMON, on ? "on" : "off"));
            script.add(ServiceWords.turn(on ? "StartService" : "StopService", DAEMON));
        } else if (moved && after.enabled().orElse(false)) {
            script.add(ServiceWords.turn("RestartService", DAEMON));
        }
        return script.commands();
    }
}

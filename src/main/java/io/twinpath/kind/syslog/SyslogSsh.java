package io.twinpath.kind.syslog;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
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
import java.util.function.Function;

/** The log in the words of {@code esxcli system syslog}. Titles of 5.0 stand beside those of later releases. */
final class SyslogSsh implements Standing<Syslog> {

    private static final EsxcliQuery GET = EsxcliQuery.of("system syslog config get");

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    @Override
    public Observed<Syslog> read(Address address, Optional<Syslog> wanted, Replies replies) throws UnreadableException {
        Row row = replies.row(GET);
        Syslog found = new Syslog(
                Optional.of(remoteHosts(row)),
                text(row, "Local Log Output", "Log Output"),
                row.flag("Log To Unique Subdirectory"),
                number(row, "Local Logging Default Rotations", "Default Rotations"),
                number(row, "Local Logging Default Rotation Size", "Default Rotation Size"),
                number(row, "Dropped Log File Rotations"),
                number(row, "Dropped Log File Rotation Size"),
                number(row, "Message Queue Drop Mark"),
                number(row, "Default Network Retry Timeout"),
                row.flag("Enforce SSLCertificates"));
        if (wanted.isPresent()) {
            told(row, wanted.orElseThrow(), found);
        }
        return new Observed.Present<>(found);
    }

    private static void told(Row row, Syslog wanted, Syslog found) throws UnreadableException {
        told(row, wanted, found, Syslog::directory, "Local Log Output");
        told(row, wanted, found, Syslog::uniqueSubdirectory, "Log To Unique Subdirectory");
        told(row, wanted, found, Syslog::rotations, "Local Logging Default Rotations");
        told(row, wanted, found, Syslog::size, "Local Logging Default Rotation Size");
        told(row, wanted, found, Syslog::droppedRotations, "Dropped Log File Rotations");
        told(row, wanted, found, Syslog::droppedSize, "Dropped Log File Rotation Size");
        told(row, wanted, found, Syslog::queueDropMark, "Message Queue Drop Mark");
        told(row, wanted, found, Syslog::retryAfter, "Default Network Retry Timeout");
        told(row, wanted, found, Syslog::checkCertificates, "Enforce SSLCertificates");
    }

    /** What is wanted has to be told, or nobody could say whether it is so. */
    private static void told(Row row, Syslog wanted, Syslog found, Function<Syslog, Optional<?>> field, String title)
            throws UnreadableException {
        if (field.apply(wanted).isPresent() && field.apply(found).isEmpty()) {
            throw new UnreadableException(
                    row.source() + ": the field \"" + title + "\" is missing; this release does not tell it.");
        }
    }

    private static List<String> remoteHosts(Row row) {
        return row.items("Remote Host").stream()
                .filter(r -> !r.equals("<none>"))
                .toList();
    }

    private static Optional<String> text(Row row, String... titles) {
        for (String title : titles) {
            if (row.text(title).isPresent()) {
                return row.text(title);
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> number(Row row, String... titles) throws UnreadableException {
        for (String title : titles) {
            Optional<Long> number = row.number(title);
            if (number.isPresent()) {
                return number.map(Long::intValue);
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Query> census() {
        return List.of(GET);
    }

    @Override
    public Map<Address, Optional<Syslog>> found(Scope.Host host, Replies replies) throws UnreadableException {
        replies.row(GET);
        return Map.of(new Address("syslog", host, "syslog"), Optional.empty());
    }

    @Override
    public List<Command> change(Address address, Syslog before, Syslog after) {
        List<Option> options = new ArrayList<>();
        if (Script.differs(before.remoteHosts(), after.remoteHosts())) {
            options.add(
                    Option.of("loghost", String.join(",", after.remoteHosts().orElseThrow())));
        }
        differs("logdir", Syslog::directory, before, after, options);
        differs("logdir-unique", Syslog::uniqueSubdirectory, before, after, options);
        differs("default-rotate", Syslog::rotations, before, after, options);
        differs("default-size", Syslog::size, before, after, options);
        differs("drop-log-rotate", Syslog::droppedRotations, before, after, options);
        differs("drop-log-size", Syslog::droppedSize, before, after, options);
        differs("queue-drop-mark", Syslog::queueDropMark, before, after, options);
        differs("default-timeout", Syslog::retryAfter, before, after, options);
        differs("check-ssl-certs", Syslog::checkCertificates, before, after, options);
        return options.isEmpty()
                ? List.of()
                : new Script()
                        .add("system syslog config set", options)
                        .add("system syslog reload")
                        .commands();
    }

    private static void differs(
            String option, Function<Syslog, Optional<?>> field, Syslog before, Syslog after, List<Option> into) {
        if (Script.differs(field.apply(before), field.apply(after))) {
            into.add(Option.of(option, field.apply(after).orElseThrow().toString()));
        }
    }
}

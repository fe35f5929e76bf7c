package io.twinpath.kind.syslog;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.Echo;
import io.twinpath.kind.OptionWords;
import io.twinpath.kind.Script;
import io.twinpath.kind.Standing;
import io.twinpath.model.Address;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The log through its advanced settings, {@code Syslog.global.*}, which the daemon reads by itself. Settings that a release does
 * not have are not told, and cannot be wanted then. A folder stands there with its datastore: {@code [] /scratch/log}.
 */
final class SyslogApi implements Standing<Syslog> {

    private static final String PREFIX = "Syslog.global.";
    private static final MethodQuery ALL = OptionWords.query(PREFIX);
    private static final Pattern FOLDER = Pattern.compile("\\[([^\\]]*)\\]\\s*(.*)");
    private static final String VOLUMES = "/vmfs/volumes/";

    private static final String HOSTS = "logHost";
    private static final String DIRECTORY = "logDir";
    private static final String UNIQUE = "logDirUnique";
    private static final String ROTATIONS = "defaultRotate";
    private static final String SIZE = "defaultSize";
    private static final String DROPPED_ROTATIONS = "droppedMsgs.fileRotate";
    private static final String DROPPED_SIZE = "droppedMsgs.fileSize";
    private static final String DROP_MARK = "msgQueueDropMark";
    private static final String RETRY = "remoteHost.connectRetryDelay";
    private static final String CHECK = "certificate.checkSSLCerts";

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public List<Query> queries(Address address, Optional<Syslog> wanted, Replies known) {
        return List.of(ALL);
    }

    @Override
    public Observed<Syslog> read(Address address, Optional<Syslog> wanted, Replies replies) throws UnreadableException {
        Map<String, Node> told = new HashMap<>();
        Echo types = new Echo();
        for (Node option : OptionWords.read(replies, ALL)) {
            String key = option.requiredText("key");
            if (key.startsWith(PREFIX)) {
                Node value = option.required("value");
                told.put(key.substring(PREFIX.length()), value);
                types.put(key.substring(PREFIX.length()), value.type());
            }
        }
        if (told.isEmpty()) {
            throw new UnreadableException("The host told no setting of its log.");
        }
        Syslog found = new Syslog(
                text(told, HOSTS).map(SyslogApi::hosts),
                text(told, DIRECTORY).map(SyslogApi::path),
                flag(told, UNIQUE),
                number(told, ROTATIONS),
                number(told, SIZE),
                number(told, DROPPED_ROTATIONS),
                number(told, DROPPED_SIZE),
                number(told, DROP_MARK),
                number(told, RETRY),
                flag(told, CHECK),
                types.fields());
        if (wanted.isPresent()) {
            requireTold(wanted.orElseThrow(), found);
        }
        return new Observed.Present<>(found);
    }

    /** What is wanted has to be told, or nobody could say whether it is so. */
    private static void requireTold(Syslog wanted, Syslog found) throws UnreadableException {
        for (Map.Entry<String, Optional<?>> field : fields(wanted).entrySet()) {
            boolean missing = Optional.ofNullable(fields(found).get(field.getKey()))
                    .filter(Optional::isPresent)
                    .isEmpty();
            if (field.getValue().isPresent() && missing) {
                throw new UnreadableException(
                        "The host has no setting " + PREFIX + field.getKey() + "; this release does not tell it.");
            }
        }
    }

    /** By the names of the settings. */
    private static Map<String, Optional<?>> fields(Syslog syslog) {
        return Map.ofEntries(
                Map.entry(HOSTS, syslog.remoteHosts()),
                Map.entry(DIRECTORY, syslog.directory()),
                Map.entry(UNIQUE, syslog.uniqueSubdirectory()),
                Map.entry(ROTATIONS, syslog.rotations()),
                Map.entry(SIZE, syslog.size()),
                Map.entry(DROPPED_ROTATIONS, syslog.droppedRotations()),
                Map.entry(DROPPED_SIZE, syslog.droppedSize()),
                Map.entry(DROP_MARK, syslog.queueDropMark()),
                Map.entry(RETRY, syslog.retryAfter()),
                Map.entry(CHECK, syslog.checkCertificates()));
    }

    private static Optional<String> text(Map<String, Node> told, String name) {
        return Optional.ofNullable(told.get(name)).flatMap(Node::text);
    }

    private static Optional<Integer> number(Map<String, Node> told, String name) throws UnreadableException {
        Node value = told.get(name);
        return value == null ? Optional.empty() : value.number().map(Long::intValue);
    }

    private static Optional<Boolean> flag(Map<String, Node> told, String name) throws UnreadableException {
        Node value = told.get(name);
        return value == null ? Optional.empty() : value.flag();
    }

    private static List<String> hosts(String text) {
        List<String> hosts = new ArrayList<>();
        for (String host : text.split(",")) {
            if (!host.isBlank()) {
                hosts.add(host.strip());
            }
        }
        return List.copyOf(hosts);
    }

    /** {@code [] /scratch/log} is {@code /scratch/log}; what lies on a datastore gets the datastore's path before it. */
    private static String path(String text) {
        Matcher matcher = FOLDER.matcher(text);
        if (!matcher.matches()) {
            return text;
        }
        String datastore = matcher.group(1);
        return datastore.isEmpty() ? matcher.group(2) : VOLUMES + datastore + "/" + matcher.group(2);
    }

    private static String folder(String path) {
        int slash = path.indexOf('/', VOLUMES.length());
        return path.startsWith(VOLUMES) && slash > 0
                ? "[" + path.substring(VOLUMES.length(), slash) + "] " + path.substring(slash + 1)
                : "[] " + path;
    }

    @Override
    public List<Query> census() {
        return List.of(ALL);
    }

    @Override
    public Map<Address, Optional<Syslog>> found(Scope.Host host, Replies replies) throws UnreadableException {
        OptionWords.read(replies, ALL);
        return Map.of(new Address("syslog", host, "syslog"), Optional.empty());
    }

    @Override
    public List<Command> change(Address address, Syslog before, Syslog after) {
        List<Node> values = new ArrayList<>();
        Map<String, Optional<?>> found = fields(before);
        for (String name : List.of(
                HOSTS, DIRECTORY, UNIQUE, ROTATIONS, SIZE, DROPPED_ROTATIONS, DROPPED_SIZE, DROP_MARK, RETRY, CHECK)) {
            Optional<?> wanted = fields(after).getOrDefault(name, Optional.empty());
            if (Script.differs(found.getOrDefault(name, Optional.empty()), wanted)) {
                String type = after.api().getOrDefault(name, "string");
                values.add(OptionWords.value(PREFIX + name, type, written(name, after)));
            }
        }
        return values.isEmpty() ? List.of() : List.of(OptionWords.update(values));
    }

    private static String written(String name, Syslog after) {
        return switch (name) {
            case HOSTS -> String.join(",", after.remoteHosts().orElseGet(List::of));
            case DIRECTORY -> folder(after.directory().orElse(""));
            default ->
                fields(after)
                        .getOrDefault(name, Optional.empty())
                        .map(Object::toString)
                        .orElse("");
        };
    }
}

package io.twinpath.toy;

import io.twinpath.driver.Command;
import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.EsxcliCommand;
import io.twinpath.driver.FileCommand;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.Option;
import io.twinpath.driver.ProgramCommand;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.Writer;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.Fact;
import io.twinpath.model.HostFact;
import io.twinpath.model.Observed;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Spec;
import io.twinpath.model.Transport;
import io.twinpath.observe.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Hosts in memory that keep toy resources, answer the toy words, and can misbehave in every way that hosts do. */
public final class ToySite implements Driver {

    /** What a host does with a command. */
    public enum Behaviour {
        OBEY,
        REFUSE,
        OBEY_BUT_REPORT_FAILURE,
        IGNORE_BUT_REPORT_SUCCESS,
        OBEY_LATE,
        OBEY_AND_LOSE_CONNECTION,
        LOSE_CONNECTION,
        DIE
    }

    /** One host. */
    public static final class Host {
        private final Map<String, SortedMap<String, ToyWords.Row>> state = new HashMap<>();
        private final Map<Integer, Behaviour> behaviours = new HashMap<>();
        private final List<String> received = new ArrayList<>();
        private final List<Runnable> late = new ArrayList<>();
        private HostFact.Reached identity;
        private boolean dead;
        private int connection;
        private int reads;

        private Host(String name) {
            identity = new HostFact.Reached("uuid-of-" + name, "6.7.0", "14320388");
        }

        /** The commands that arrived, whatever became of them. */
        public List<String> received() {
            return List.copyOf(received);
        }

        public int reads() {
            return reads;
        }

        /** What it will do with its n-th command, from 0. */
        public void behave(int command, Behaviour behaviour) {
            behaviours.put(command, behaviour);
        }

        public void put(String kind, String name, String... namesAndValues) {
            rows(kind).put(name, ToyWords.Row.of(namesAndValues));
        }

        public void remove(String kind, String name) {
            rows(kind).remove(name);
        }

        public void die() {
            dead = true;
        }

        public void becomeAnother() {
            identity = new HostFact.Reached("another", identity.version(), identity.build());
        }

        /** No longer tells who it is. */
        public void becomeNobody() {
            identity = new HostFact.Reached(HostFact.UNKNOWN, identity.version(), identity.build());
        }

        private SortedMap<String, ToyWords.Row> rows(String kind) {
            return state.computeIfAbsent(kind, k -> new TreeMap<>());
        }

        private Reply answer(Query query) {
            String kind = query.toString().split(" ")[1];
            StringBuilder body = new StringBuilder();
            rows(kind).forEach((name, row) -> body.append(row.line(name)));
            late.forEach(Runnable::run);
            late.clear();
            return new Reply(0, Format.TEXT, body.toString(), query.toString());
        }

        private Reply receive(EsxcliCommand command) throws DriverException {
            Behaviour behaviour = behaviours.getOrDefault(received.size(), Behaviour.OBEY);
            received.add(command.toString());
            return switch (behaviour) {
                case OBEY -> obey(command, 0, "");
                case REFUSE -> new Reply(1, Format.TEXT, "Unable to Set: Busy\n", "host");
                case OBEY_BUT_REPORT_FAILURE -> obey(command, 1, "Unable to Set: timed out");
                case IGNORE_BUT_REPORT_SUCCESS -> new Reply(0, Format.TEXT, "Error: nothing done", "host");
                case OBEY_LATE -> {
                    late.add(() -> obey(command, 0, ""));
                    yield new Reply(0, Format.TEXT, "", "host");
                }
                case OBEY_AND_LOSE_CONNECTION -> {
                    obey(command, 0, "");
                    connection++;
                    throw new DriverException(DriverException.Problem.IN_DOUBT, "No answer came within 15 s.");
                }
                case LOSE_CONNECTION -> {
                    connection++;
                    throw new DriverException(DriverException.Problem.IN_DOUBT, "No answer came within 15 s.");
                }
                case DIE -> {
                    dead = true;
                    throw new DriverException(DriverException.Problem.IN_DOUBT, "The connection was reset.");
                }
            };
        }

        private Reply obey(EsxcliCommand command, int exit, String body) {
            Map<String, String> options = new TreeMap<>();
            command.options().forEach(o -> options.put(o.name(), ((Option.Text) o.argument()).text()));
            String name = String.valueOf(options.remove("name"));
            SortedMap<String, ToyWords.Row> rows = rows(command.words().get(1));
            switch (command.words().get(2)) {
                case "remove" -> rows.remove(name);
                default -> rows.computeIfAbsent(name, n -> new ToyWords.Row()).putAll(options);
            }
            return new Reply(exit, Format.TEXT, body, "host");
        }
    }

    private final Kinds kinds = ToyKinds.all();
    private final SortedMap<String, Host> hosts = new TreeMap<>();
    private final SortedMap<String, Integer> logins = new TreeMap<>();

    public Host host(String name) {
        return hosts.computeIfAbsent(name, Host::new);
    }

    public int logins(String name) {
        return logins.getOrDefault(name, 0);
    }

    @Override
    public List<Transport> ways(String place) {
        return Driver.sshToHosts(place);
    }

    @Override
    public Reader reader(String host) throws DriverException {
        return writer(host);
    }

    @Override
    public Writer writer(String name) throws DriverException {
        Host host = host(name);
        if (host.dead) {
            throw new DriverException(DriverException.Problem.UNREACHABLE, name + " does not answer.");
        }
        logins.merge(name, 1, Integer::sum);
        return new Session(host, host.connection);
    }

    private record Session(Host host, int connection) implements Writer {

        @Override
        public Map<Query, Reply> ask(List<Query> queries) throws DriverException {
            alive();
            host.reads++;
            Map<Query, Reply> replies = new HashMap<>();
            queries.forEach(q -> replies.put(q, host.answer(q)));
            return replies;
        }

        @Override
        public Reply send(Command command) throws DriverException {
            alive();
            return switch (command) {
                case EsxcliCommand c -> host.receive(c);
                case FileCommand c -> throw new IllegalStateException("no toy has files: " + c);
                case ProgramCommand c -> throw new IllegalStateException("no toy has programs: " + c);
                case MethodCommand c -> throw new IllegalStateException("no toy has an API: " + c);
            };
        }

        private void alive() throws DriverException {
            if (host.dead || connection != host.connection) {
                throw new DriverException(DriverException.Problem.UNREACHABLE, "The connection is gone.");
            }
        }

        @Override
        public void close() {}
    }

    /** Reads resources over a session, as {@code Rereader} wants it. */
    public Snapshot read(String name, Reader session, Collection<? extends Target<?>> targets) throws DriverException {
        SortedMap<Address, Fact<?>> facts = new TreeMap<>();
        Replies replies = Replies.none();
        List<Query> queries = new ArrayList<>();
        for (Target<?> target : targets) {
            queries.addAll(queries(kind(target.address()), target));
        }
        replies.add(session.ask(queries.stream().distinct().toList()));
        for (Target<?> target : targets) {
            facts.put(target.address(), fact(kind(target.address()), target, replies));
        }
        SortedMap<String, HostFact> identities = new TreeMap<>();
        identities.put(name, host(name).identity);
        return new Snapshot(identities, facts);
    }

    /** Everything that a spec names, as a first look would see it. */
    public Snapshot look(Spec spec) {
        SortedMap<String, HostFact> identities = new TreeMap<>();
        SortedMap<Address, Fact<?>> facts = new TreeMap<>();
        for (String name : spec.hosts().keySet()) {
            try (Reader session = writer(name)) {
                Snapshot one = read(
                        name,
                        session,
                        spec.onHost(name).<Target<?>>map(Target::of).toList());
                identities.putAll(one.hosts());
                facts.putAll(one.facts());
            } catch (DriverException e) {
                identities.put(
                        name, new HostFact.Unreached(HostFact.Cause.UNREACHABLE, String.valueOf(e.getMessage())));
            }
        }
        logins.clear();
        return new Snapshot(identities, facts);
    }

    private Kind<?> kind(Address address) {
        return kinds.kind(address.kind()).orElseThrow();
    }

    private static <D extends Record & Desired> List<Query> queries(Kind<D> kind, Target<?> target) {
        return kind.bindings().get(0).queries(target.address(), target.wanted().map(kind.type()::cast), Replies.none());
    }

    private static <D extends Record & Desired> Fact<D> fact(Kind<D> kind, Target<?> target, Replies replies) {
        Binding<D> binding = kind.bindings().get(0);
        Observed<D> observed;
        try {
            observed = binding.read(target.address(), target.wanted().map(kind.type()::cast), replies);
        } catch (UnreadableException e) {
            observed = new Observed.Unreadable<>(String.valueOf(e.getMessage()));
        }
        return new Fact<>(target.address(), observed, ToySpec.SEEN);
    }
}

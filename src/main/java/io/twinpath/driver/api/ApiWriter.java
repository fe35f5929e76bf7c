package io.twinpath.driver.api;

import io.twinpath.driver.Command;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverProblem;
import io.twinpath.driver.EsxcliCommand;
import io.twinpath.driver.FileCommand;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.ProgramCommand;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reply;
import io.twinpath.driver.Secret;
import io.twinpath.driver.Secrets;
import io.twinpath.driver.Writer;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import io.twinpath.model.SecretRef;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Changes one place. From the first byte of a request to the proof of its end everything that fails is in doubt. */
final class ApiWriter implements Writer {

    /** As a server's own refusal; nothing was sent. */
    private static final int REFUSED_HERE = 1;

    /** Faults of a vCenter that lost the host on the way: the host may have done it. */
    private static final Set<String> DOUBTFUL =
            Set.of("HostCommunication", "HostNotReachable", "HostConnectFault", "RequestCanceled");

    private static final String TIMED_OUT = "Timedout";

    /** These were told how long to wait, and it is their own word for having given up: the host is as it was. */
    private static final Set<String> GIVE_UP = Set.of("EnterMaintenanceMode_Task", "ExitMaintenanceMode_Task");

    private final Server server;
    private final String place;
    private final ApiReader reader;
    private final Secrets secrets;

    ApiWriter(Server server, String place, ApiReader reader, Secrets secrets) {
        this.server = server;
        this.place = place;
        this.reader = reader;
        this.secrets = secrets;
    }

    @Override
    public Map<Query, Reply> ask(List<Query> queries) throws DriverException {
        return reader.ask(queries);
    }

    @Override
    public Reply send(Command command) throws DriverException {
        return switch (command) {
            case MethodCommand c -> method(c);
            case EsxcliCommand c -> refused(c, "Not sent: esxcli is not reached over the API.");
            case FileCommand c -> refused(c, "Not sent: the API replaces no files of a host.");
            case ProgramCommand c -> refused(c, "Not sent: the API runs no programs of a host.");
        };
    }

    private Reply refused(Command command, String why) {
        return new Reply(REFUSED_HERE, Format.TEXT, why, source(command));
    }

    private String source(Command command) {
        return place + ": " + command.typed();
    }

    private Reply method(MethodCommand command) throws DriverException {
        Map<SecretRef, String> clear = new HashMap<>();
        for (Node arg : command.args()) {
            reveal(arg, clear);
        }
        Request request;
        try {
            request = server.session().reading(() -> request(command));
        } catch (Unresolved e) {
            return refused(command, "Not sent: " + e.getMessage());
        } catch (FaultException e) {
            return Reply.fault(e.fault().name(), "Not sent: " + e.fault().message(), source(command));
        }
        Reply reply = sent(command, request, clear);
        String body = reply.body();
        for (String secret : clear.values()) {
            body = body.replace(secret, "***");
        }
        return new Reply(reply.exit(), reply.format(), body, reply.source(), reply.tree());
    }

    private void reveal(Node node, Map<SecretRef, String> clear) throws DriverException {
        if (node.content() instanceof Node.Hidden hidden) {
            try (Secret secret = secrets.resolve(hidden.reference())) {
                char[] chars = secret.reveal();
                clear.put(hidden.reference(), new String(chars));
                Arrays.fill(chars, '\0');
            }
        }
        for (Node child : node.items()) {
            reveal(child, clear);
        }
    }

    private Request request(MethodCommand command) throws DriverException, FaultException, Unresolved, Broken {
        List<Node> args = new ArrayList<>();
        for (Node arg : command.args()) {
            args.add(server.lookup().resolved(arg, place));
        }
        return new Request(server.lookup().ref(command.on(), place, true), command.method(), args);
    }

    private Reply sent(MethodCommand command, Request request, Map<SecretRef, String> clear) throws DriverException {
        Node answer;
        try {
            answer = server.session()
                    .change(
                            request,
                            reference ->
                                    Optional.ofNullable(clear.get(reference)).orElseThrow());
        } catch (FaultException e) {
            return fault(command, e.fault());
        } catch (Broken e) {
            throw inDoubt(command, e.why());
        }
        return command.method().endsWith(Tasks.SUFFIX) ? followed(command, answer) : Reply.of(answer, source(command));
    }

    private Reply followed(MethodCommand command, Node answer) throws DriverException {
        Ref task = answer.ref("returnval").orElseThrow(() -> inDoubt(command, "the server named no task"));
        Tasks.Outcome outcome;
        try {
            outcome = server.tasks()
                    .follow(task, Patience.of(command, server.session().limits().task()));
        } catch (Broken e) {
            throw inDoubt(command, e.why());
        } catch (FaultException | Unresolved | DriverException e) {
            throw inDoubt(command, "the end of its task was not seen: " + e.getMessage());
        }
        return outcome.fault().isPresent()
                ? fault(command, outcome.fault().orElseThrow())
                : Reply.of(Tasks.response(command.method(), outcome.result()), source(command));
    }

    private Reply fault(MethodCommand command, Fault fault) throws DriverException {
        boolean late = fault.name().equals(TIMED_OUT) && !GIVE_UP.contains(command.method());
        if (late || DOUBTFUL.contains(fault.name())) {
            throw inDoubt(command, "the server said " + fault.toString().replaceFirst("\\.$", ""));
        }
        return Reply.fault(fault.name(), fault.message(), source(command));
    }

    private DriverException inDoubt(MethodCommand command, String why) {
        return new DriverException(new DriverProblem.InDoubt(place, command.typed(), why));
    }

    @Override
    public Map<Transport, String> barred() {
        return reader.barred();
    }

    @Override
    public void close() {
        reader.close();
    }
}

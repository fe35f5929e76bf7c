package io.twinpath.driver.api;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Follows tasks by looking at them again and again, ever more slowly: waiting for updates depends on a server that sends
 * every one.
 */
final class Tasks {

    static final String SUFFIX = "_Task";

    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final List<String> INFO = List.of("info.state", "info.error", "info.result");

    /** How a task ended. */
    record Outcome(Optional<Fault> fault, Optional<Node> result) {}

    private final ApiSession session;
    private final Retrieval retrieval;

    Tasks(ApiSession session, Retrieval retrieval) {
        this.session = session;
        this.retrieval = retrieval;
    }

    /** @throws Broken when its end was not seen within the limit */
    Outcome follow(Ref task, Duration limit) throws DriverException, FaultException, Unresolved, Broken {
        long end = System.nanoTime() + limit.toNanos();
        Duration pause = FIRST;
        while (true) {
            List<Node> seen = session.reading(() -> retrieval.some(List.of(new Retrieval.Wanted(List.of(task), INFO))));
            String state = seen.stream()
                    .findFirst()
                    .flatMap(content -> Lookup.property(content, "info.state"))
                    .flatMap(Node::text)
                    .orElseThrow(() -> new Broken(Broken.Blame.SERVER, "its task has no state"));
            if (state.equals("success")) {
                return new Outcome(Optional.empty(), Lookup.property(seen.get(0), "info.result"));
            }
            if (state.equals("error")) {
                Fault fault = Lookup.property(seen.get(0), "info.error")
                        .map(Fault::localized)
                        .orElse(new Fault("MethodFault", "the task failed and does not say why"));
                return new Outcome(Optional.of(fault), Optional.empty());
            }
            if (System.nanoTime() + pause.toNanos() > end) {
                throw new Broken(
                        Broken.Blame.CONNECTION, "its task did not end within " + limit.toSeconds() + " seconds");
            }
            sleep(pause);
            pause = pause.multipliedBy(3).dividedBy(2);
            pause = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
        }
    }

    private static void sleep(Duration pause) throws Broken {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Broken(Broken.Blame.CONNECTION, "nobody waited for the end of its task", e);
        }
    }

    /** The result of a task in the form of a response: a {@code returnval} for each thing that came back. */
    static Node response(String method, Optional<Node> result) {
        List<Node> values = result.map(r -> r.type().startsWith("ArrayOf")
                        ? r.items().stream()
                                .map(item -> item.named("returnval"))
                                .toList()
                        : List.of(r.named("returnval")))
                .orElse(List.of());
        return Node.object(method + "Response", "", values);
    }
}

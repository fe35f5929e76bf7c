package io.twinpath.lab.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/** Runs parsed commands in one shell environment. A subshell is another interpreter over a copy of the environment. */
final class Interpreter {

    private final Machine machine;
    private final Env env;
    private final Budget budget;
    private final Background background;
    private final Expander expander;
    private final Redirections redirections;
    private final Commands commands;
    private int tested;
    private int loops;

    Interpreter(Machine machine, Env env, Budget budget, Background background) {
        this.machine = machine;
        this.env = env;
        this.budget = budget;
        this.background = background;
        this.expander = new Expander(this, env, budget);
        this.redirections = new Redirections(machine.files(), env, expander, budget);
        this.commands = new Commands(this, expander, redirections);
    }

    Machine machine() {
        return machine;
    }

    Env env() {
        return env;
    }

    Budget budget() {
        return budget;
    }

    Background background() {
        return background;
    }

    Commands commands() {
        return commands;
    }

    int loops() {
        return loops;
    }

    /** Runs a script command by command to its end, with whatever ends it. */
    int script(Source source, Streams streams) {
        return toEnd(() -> commandsOf(source, streams), streams);
    }

    /** Runs a script in this same shell, as {@code .} and {@code eval} do: a jump passes through. */
    int commandsOf(Source source, Streams streams) {
        Parser parser = new Parser(source);
        int status = 0;
        try {
            Optional<Node> command = parser.next();
            while (command.isPresent()) {
                status = execute(command.get(), streams);
                streams.out().flush();
                streams.err().flush();
                command = parser.next();
            }
        } catch (SyntaxException e) {
            throw new ShellError("syntax error: " + e.getMessage(), 2);
        }
        return status;
    }

    /** Runs until {@code exit}, an error of the shell or the natural end, and then the EXIT trap. */
    int toEnd(IntSupplier body, Streams streams) {
        int status = untilExit(body, streams);
        String action = env.traps.getOrDefault("EXIT", "");
        env.traps.remove("EXIT");
        if (action.isEmpty()) {
            return status;
        }
        env.status = status;
        Source source = new Source(action);
        return untilExit(
                () -> {
                    commandsOf(source, streams);
                    return status;
                },
                streams);
    }

    private int untilExit(IntSupplier body, Streams streams) {
        try {
            return body.getAsInt();
        } catch (Unwind.Exit e) {
            return e.status;
        } catch (Unwind.Return e) {
            return e.status;
        } catch (Unwind.Loop e) {
            return env.status;
        } catch (ShellError e) {
            streams.err().write(env.name + ": " + e.getMessage() + "\n");
            return e.status;
        }
    }

    int execute(Node node, Streams streams) {
        budget.enter();
        try {
            env.status = run(node, streams);
        } finally {
            budget.leave();
        }
        boolean decides = node instanceof Node.Simple || node instanceof Node.Pipeline || node instanceof Node.Subshell;
        if (decides && env.status != 0 && tested == 0 && env.options.contains('e')) {
            throw new Unwind.Exit(env.status);
        }
        return env.status;
    }

    private int run(Node node, Streams streams) {
        return switch (node) {
            case Node.Sequence sequence -> sequence(sequence, streams);
            case Node.Chain chain -> chain(chain, streams);
            case Node.Not not -> test(not.command(), streams) == 0 ? 1 : 0;
            case Node.Pipeline pipeline -> pipeline(pipeline, streams);
            case Node.Simple simple -> commands.run(simple, streams);
            case Node.Subshell subshell -> subshell(subshell.body(), streams);
            case Node.Redirected redirected -> redirected(redirected, streams);
            case Node.If conditional -> conditional(conditional, streams);
            case Node.While loop -> loop(loop, streams);
            case Node.For loop -> each(loop, streams);
            case Node.Case choice -> choice(choice, streams);
            case Node.Function function -> {
                env.functions.put(function.name(), function.body());
                yield 0;
            }
        };
    }

    private int sequence(Node.Sequence sequence, Streams streams) {
        int status = 0;
        for (Node.Item item : sequence.items()) {
            status = item.background()
                    ? background.start(this, item.command(), streams)
                    : execute(item.command(), streams);
            env.status = status;
        }
        return status;
    }

    private int chain(Node.Chain chain, Streams streams) {
        int last = chain.rest().size() - 1;
        int status = test(chain.first(), streams);
        for (int i = 0; i < chain.rest().size(); i++) {
            Node.Link link = chain.rest().get(i);
            if (link.and() == (status == 0)) {
                status = i == last ? execute(link.command(), streams) : test(link.command(), streams);
            }
        }
        return status;
    }

    /** Runs a command whose failure is an answer, not an error. */
    private int test(Node command, Streams streams) {
        tested++;
        try {
            return execute(command, streams);
        } finally {
            tested--;
        }
    }

    private int pipeline(Node.Pipeline pipeline, Streams streams) {
        Streams current = streams;
        for (Node command : pipeline.commands().subList(0, pipeline.commands().size() - 1)) {
            StringBuilder text = new StringBuilder();
            subshell(command, current.with(1, new Output.Text(text, budget)));
            current = streams.with(0, Input.of(text.toString()));
        }
        return subshell(pipeline.commands().getLast(), current);
    }

    int subshell(Node body, Streams streams) {
        Interpreter inner = new Interpreter(machine, env.subshell(), budget, background);
        inner.tested = tested;
        return inner.toEnd(() -> inner.execute(body, streams), streams);
    }

    /** The output of {@code $(…)} without its last newlines. */
    String capture(Node body, Streams streams) {
        StringBuilder text = new StringBuilder();
        budget.enter();
        try {
            env.status = subshell(body, streams.with(1, new Output.Text(text, budget)));
        } finally {
            budget.leave();
        }
        commands.substituted(env.status);
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(0, end).replace("\0", "");
    }

    private int redirected(Node.Redirected redirected, Streams streams) {
        Optional<Streams> changed = redirections.apply(redirected.redirects(), streams);
        return changed.isPresent() ? execute(redirected.body(), changed.get()) : 1;
    }

    private int conditional(Node.If conditional, Streams streams) {
        if (test(conditional.condition(), streams) == 0) {
            return execute(conditional.then(), streams);
        }
        return conditional
                .otherwise()
                .map(otherwise -> execute(otherwise, streams))
                .orElse(0);
    }

    private int loop(Node.While loop, Streams streams) {
        return rounds(
                () -> {
                    Round condition = round(new Node.Not(loop.condition()), streams);
                    return condition.goesOn() && (condition.status() != 0) != loop.until();
                },
                loop.body(),
                streams);
    }

    private int each(Node.For loop, Streams streams) {
        List<String> values =
                loop.words().map(words -> expander.arguments(words, streams)).orElse(env.parameters);
        int[] at = {0};
        return rounds(
                () -> {
                    if (at[0] == values.size()) {
                        return false;
                    }
                    env.assign(loop.name(), values.get(at[0]++));
                    return true;
                },
                loop.body(),
                streams);
    }

    private int rounds(Rounds more, Node body, Streams streams) {
        int status = 0;
        loops++;
        try {
            boolean goesOn = true;
            while (goesOn && more.another()) {
                budget.step();
                Round round = round(body, streams);
                status = round.status();
                goesOn = round.goesOn();
            }
        } finally {
            loops--;
        }
        return status;
    }

    /** One round; a jump that means an outer loop is passed on. */
    private Round round(Node body, Streams streams) {
        try {
            return new Round(execute(body, streams), true);
        } catch (Unwind.Loop jump) {
            if (jump.levels > 1 && loops > 1) {
                throw new Unwind.Loop(jump.again, jump.levels - 1);
            }
            return new Round(0, jump.again);
        }
    }

    private record Round(int status, boolean goesOn) {}

    private int choice(Node.Case choice, Streams streams) {
        String subject = expander.text(choice.subject(), streams);
        for (Node.Branch branch : choice.branches()) {
            for (Word pattern : branch.patterns()) {
                if (expander.pattern(pattern, streams).matches(subject)) {
                    return emptyOr(branch.body(), streams);
                }
            }
        }
        return 0;
    }

    private int emptyOr(Node body, Streams streams) {
        env.status = 0;
        return execute(body, streams);
    }

    /** Whether a loop goes on. */
    @FunctionalInterface
    private interface Rounds {
        boolean another();
    }
}

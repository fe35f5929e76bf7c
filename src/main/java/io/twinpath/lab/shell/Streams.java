package io.twinpath.lab.shell;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The open descriptors of a command. A value: a redirection makes another. */
record Streams(Map<Integer, Input> inputs, Map<Integer, Output> outputs) {

    Streams {
        inputs = Map.copyOf(inputs);
        outputs = Map.copyOf(outputs);
    }

    static Streams of(Input in, Output out, Output err) {
        return new Streams(Map.of(0, in), Map.of(1, out, 2, err));
    }

    Input in() {
        return Optional.ofNullable(inputs.get(0)).orElseGet(() -> Input.of(""));
    }

    Output out() {
        return Optional.ofNullable(outputs.get(1)).orElseGet(Output.Nowhere::new);
    }

    Output err() {
        return Optional.ofNullable(outputs.get(2)).orElseGet(Output.Nowhere::new);
    }

    Streams with(int fd, Input input) {
        Streams closed = closed(fd);
        Map<Integer, Input> changed = new TreeMap<>(closed.inputs);
        changed.put(fd, input);
        return new Streams(changed, closed.outputs);
    }

    Streams with(int fd, Output output) {
        Streams closed = closed(fd);
        Map<Integer, Output> changed = new TreeMap<>(closed.outputs);
        changed.put(fd, output);
        return new Streams(closed.inputs, changed);
    }

    Streams closed(int fd) {
        Map<Integer, Input> in = new TreeMap<>(inputs);
        Map<Integer, Output> out = new TreeMap<>(outputs);
        in.remove(fd);
        out.remove(fd);
        return new Streams(in, out);
    }

    /** Descriptor {@code fd} becomes a copy of {@code from}; empty when that one is not open. */
    Optional<Streams> duplicate(int fd, int from) {
        Optional<Streams> copied = Optional.ofNullable(outputs.get(from)).map(output -> with(fd, output));
        return copied.or(() -> Optional.ofNullable(inputs.get(from)).map(input -> with(fd, input)));
    }

    /** Whether something is still connected to the session that started the command. */
    boolean holdsSession() {
        return outputs.values().stream().anyMatch(Output.Session.class::isInstance);
    }
}

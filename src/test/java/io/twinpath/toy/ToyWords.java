package io.twinpath.toy;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliCommand;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Desired;
import io.twinpath.model.Observed;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The words of a toy kind: {@code toy KIND list}, {@code add}, {@code set} (one field each) and {@code remove}. */
record ToyWords<D extends Record & Desired>(Kind<D> kind, Function<Row, D> decode, Function<D, Row> encode)
        implements Binding<D> {

    /** One resource as a toy host keeps it. */
    static final class Row extends TreeMap<String, String> {
        private static final long serialVersionUID = 1;

        static Row of(String... namesAndValues) {
            Row row = new Row();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                row.put(namesAndValues[i], namesAndValues[i + 1]);
            }
            return row;
        }

        String text(String name) {
            return getOrDefault(name, "");
        }

        List<String> list(String name) {
            String text = get(name);
            return text == null || text.isEmpty() ? List.of() : List.of(text.split(","));
        }

        Optional<Integer> number(String name) {
            @Nullable String text = get(name);
            return text == null ? Optional.empty() : Optional.of(Integer.valueOf(text));
        }

        /** {@code name;a=1;b=2}. */
        String line(String name) {
            StringBuilder line = new StringBuilder(name);
            forEach((key, value) -> line.append(';').append(key).append('=').append(value));
            return line.append('\n').toString();
        }

        static Row parse(String line) {
            Row row = new Row();
            String[] parts = line.split(";");
            for (int i = 1; i < parts.length; i++) {
                row.put(parts[i].substring(0, parts[i].indexOf('=')), parts[i].substring(parts[i].indexOf('=') + 1));
            }
            return row;
        }
    }

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    @Override
    public List<Query> queries(Address address, Optional<D> wanted, Replies known) {
        return List.of(list());
    }

    private EsxcliQuery list() {
        return EsxcliQuery.of("toy " + kind.name() + " list");
    }

    @Override
    public Observed<D> read(Address address, Optional<D> wanted, Replies replies) throws UnreadableException {
        Reply reply = replies.reply(list()).orElseThrow();
        if (!reply.ok()) {
            throw new UnreadableException(reply.source() + ": " + reply.body());
        }
        for (String line : reply.body().split("\n")) {
            if (line.startsWith(address.name() + ";")) {
                return new Observed.Present<>(decode.apply(Row.parse(line)));
            }
        }
        return new Observed.Absent<>();
    }

    @Override
    public List<Command> script(Change<D> change) {
        String name = change.address().name();
        return switch (change) {
            case Change.Keep<D> c -> List.of();
            case Change.Blocked<D> c -> List.of();
            case Change.Create<D> c -> List.of(add(name, c.target()));
            case Change.Delete<D> c -> List.of(remove(name));
            case Change.Replace<D> c -> List.of(remove(name), add(name, c.target()));
            case Change.Update<D> c -> sets(name, encode.apply(c.observed()), encode.apply(c.target()));
        };
    }

    private Command add(String name, D target) {
        List<Option> options = new ArrayList<>(List.of(Option.of("name", name)));
        encode.apply(target).forEach((field, value) -> options.add(Option.of(field, value)));
        return EsxcliCommand.of("toy " + kind.name() + " add", options.toArray(Option[]::new));
    }

    private Command remove(String name) {
        return EsxcliCommand.of("toy " + kind.name() + " remove", Option.of("name", name));
    }

    private List<Command> sets(String name, Row before, Row after) {
        List<Command> commands = new ArrayList<>();
        after.forEach((field, value) -> {
            if (!value.equals(before.get(field))) {
                commands.add(EsxcliCommand.of(
                        "toy " + kind.name() + " set", Option.of("name", name), Option.of(field, value)));
            }
        });
        return commands;
    }
}

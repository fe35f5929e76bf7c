package io.twinpath.kind.advanced;

import io.twinpath.driver.Command;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Listing;
import io.twinpath.kind.OptionWords;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Advanced settings in the words of {@code OptionManager}, one by one: the whole list of a host is a thousand settings. Their
 * definitions, a list as long, are asked for only where a default is needed.
 */
final class AdvancedApi implements Binding<AdvancedOption> {

    private static final String SETTINGS = "setting";
    private static final String DEFINITIONS = "supportedOption";

    /** Every setting with its value and its definition. */
    private static final PropertyQuery ALL = PropertyQuery.of(OptionWords.OPTIONS, SETTINGS, DEFINITIONS);

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public List<Query> queries(Address address, Optional<AdvancedOption> wanted, Replies known) {
        return wanted.isEmpty() ? List.of(ALL) : List.of(OptionWords.query(address.name()));
    }

    @Override
    public Observed<AdvancedOption> read(Address address, Optional<AdvancedOption> wanted, Replies replies)
            throws UnreadableException {
        if (wanted.isEmpty() && replies.has(ALL)) {
            return changed(address.name(), replies);
        }
        for (Node value : OptionWords.read(replies, OptionWords.query(address.name()))) {
            if (value.text("key").filter(address.name()::equals).isPresent()) {
                return new Observed.Present<>(option(value, Node.object("definition", "OptionDef")));
            }
        }
        return new Observed.Absent<>();
    }

    /** A setting always has a value; with its default it is as if nobody had set it. */
    private static Observed<AdvancedOption> changed(String name, Replies replies) throws UnreadableException {
        Node all = replies.object(ALL);
        Optional<Node> value = keyed(all, SETTINGS, name);
        Optional<Node> definition = keyed(all, DEFINITIONS, name);
        return value.isEmpty() || atDefault(value.orElseThrow(), definition)
                ? new Observed.Absent<>()
                : new Observed.Present<>(option(
                        value.orElseThrow(), definition.orElseGet(() -> Node.object("definition", "OptionDef"))));
    }

    private static Optional<Node> keyed(Node all, String list, String name) {
        return all.child(list).map(Node::items).orElseGet(List::of).stream()
                .filter(n -> n.text("key").filter(name::equals).isPresent())
                .findFirst();
    }

    /** Without a definition nobody can say so. */
    private static boolean atDefault(Node value, Optional<Node> definition) {
        Optional<String> usual = definition.flatMap(d -> d.text("optionType", "defaultValue"));
        return usual.isPresent() && usual.equals(value.text("value"));
    }

    private static AdvancedOption option(Node value, Node definition) throws UnreadableException {
        Node held = value.required("value");
        boolean number = OptionWords.isNumber(held.type());
        return new AdvancedOption(
                held.text().orElse(""),
                Optional.of(number ? AdvancedOption.Type.INTEGER : AdvancedOption.Type.STRING),
                number ? definition.number("optionType", "min") : Optional.empty(),
                number ? definition.number("optionType", "max") : Optional.empty(),
                OptionWords.kept(held.type(), definition));
    }

    @Override
    public List<Query> census() {
        return List.of(ALL);
    }

    /** Those that differ from their defaults. */
    @Override
    public Map<Address, Optional<AdvancedOption>> found(Scope.Host host, Replies replies) throws UnreadableException {
        Node all = replies.object(ALL);
        Map<String, Node> definitions = new LinkedHashMap<>();
        for (Node definition : all.child(DEFINITIONS).map(Node::items).orElseGet(List::of)) {
            definition.text("key").ifPresent(key -> definitions.put(key, definition));
        }
        Map<Address, Optional<AdvancedOption>> found = new LinkedHashMap<>();
        for (Node value : all.child(SETTINGS).map(Node::items).orElseGet(List::of)) {
            String name = value.requiredText("key");
            Optional<Node> definition = Optional.ofNullable(definitions.get(name));
            boolean told = definition
                    .flatMap(d -> d.text("optionType", "defaultValue"))
                    .isPresent();
            if (told && !atDefault(value, definition)) {
                found.put(Listing.address("advanced", host, name), Optional.empty());
            }
        }
        return found;
    }

    @Override
    public List<Command> script(Change<AdvancedOption> change) {
        String name = change.address().name();
        return switch (change) {
            case Change.Update<AdvancedOption> c ->
                set(name, c.observed(), c.target().value());
            case Change.Replace<AdvancedOption> c ->
                set(name, c.observed(), c.target().value());
            case Change.Create<AdvancedOption> c ->
                set(name, c.target(), c.target().value());
            case Change.Delete<AdvancedOption> c ->
                Optional.ofNullable(c.observed().api().get("default"))
                        .map(usual -> set(name, c.observed(), usual))
                        .orElseGet(List::of);
            case Change.Keep<AdvancedOption> c -> List.of();
            case Change.Blocked<AdvancedOption> c -> List.of();
        };
    }

    /** What the API never told is not set over it. */
    private static List<Command> set(String name, AdvancedOption found, String value) {
        return Optional.ofNullable(found.api().get("type"))
                .map(type -> List.of(OptionWords.update(List.of(OptionWords.value(name, type, value)))))
                .orElseGet(List::of);
    }
}

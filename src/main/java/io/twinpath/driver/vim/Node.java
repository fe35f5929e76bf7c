package io.twinpath.driver.vim;

import io.twinpath.driver.UnreadableException;
import io.twinpath.model.SecretRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One element of a vim25 message, read or to be sent.
 *
 * <p>Reading: an element that the server left out is an empty {@code Optional} or an empty list; what cannot be read is not
 * in a tree at all, the reply as a whole is unreadable then. Arrays are repeated elements inside an object
 * ({@link #all}) and, as the whole value of a property, an {@code ArrayOfX} with a child per item ({@link #items}).
 *
 * <p>Building: {@link #string}, {@link #plain}, {@link #object}, {@link #reference}, {@link #secret}, and {@link #build} for an object whose
 * fields come partly from one that was read. Fields must be given in the order of the type's description; servers refuse
 * or, worse, ignore what is out of order.
 *
 * @param name of the element
 * @param type the {@code xsi:type} without its prefix, such as {@code HostVirtualSwitchSpec} or {@code int}; empty where
 *     there is none
 */
public record Node(String name, String type, Content content) {

    /** What stands between the tags. */
    public sealed interface Content {}

    /** A text, a number, a word: whatever has no elements inside. */
    public record Text(String text) implements Content {
        public Text {
            XmlText.requireSendable(text);
        }
    }

    /** Elements, in their order. */
    public record Children(List<Node> nodes) implements Content {
        public Children {
            nodes = List.copyOf(nodes);
        }
    }

    /** A managed object: {@link Handle.Found} when it was read, any handle when it is to be sent. */
    public record Link(Handle handle) implements Content {}

    /** A secret, looked up when the call is sent. Never read. */
    public record Hidden(SecretRef reference) implements Content {}

    /** Types of XML Schema itself, which are sent with the prefix {@code xsd:}. */
    public static final Set<String> PLAIN = Set.of(
            "anyURI",
            "base64Binary",
            "boolean",
            "byte",
            "dateTime",
            "double",
            "float",
            "int",
            "long",
            "short",
            "string");

    /** The {@code xsi:type} of a reference. */
    public static final String REFERENCE = "ManagedObjectReference";

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,127}");

    public Node {
        if (!NAME.matcher(name).matches()
                || (!type.isEmpty() && !NAME.matcher(type).matches())) {
            throw new IllegalArgumentException("not the name or type of an element: " + name + " " + type);
        }
        // An empty element says nothing about what it does not hold; there is one form of it.
        boolean plain = type.isEmpty() || PLAIN.contains(type);
        if (content instanceof Text t && t.text().isEmpty() && !plain) {
            content = new Children(List.of());
        } else if (content instanceof Children c && c.nodes().isEmpty() && plain) {
            content = new Text("");
        }
        type = content instanceof Link ? REFERENCE : type;
    }

    // Building

    /** @param type of XML Schema, such as {@code int}, or the name of an enumeration */
    public static Node plain(String name, String type, String text) {
        return new Node(name, type, new Text(text));
    }

    public static Node string(String name, String text) {
        return plain(name, "string", text);
    }

    /** An {@code xsd:int}. Which of int and long a field is, is part of its type: servers refuse the other. */
    public static Node number(String name, int number) {
        return plain(name, "int", Integer.toString(number));
    }

    public static Node longNumber(String name, long number) {
        return plain(name, "long", Long.toString(number));
    }

    public static Node flag(String name, boolean on) {
        return plain(name, "boolean", Boolean.toString(on));
    }

    public static Node object(String name, String type, Node... fields) {
        return new Node(name, type, new Children(List.of(fields)));
    }

    public static Node object(String name, String type, List<Node> fields) {
        return new Node(name, type, new Children(fields));
    }

    public static Node reference(String name, Handle handle) {
        return new Node(name, REFERENCE, new Link(handle));
    }

    public static Node secret(String name, SecretRef reference) {
        return new Node(name, "string", new Hidden(reference));
    }

    /** An object whose fields are given one by one, in the order of its type. */
    public static NodeBuilder build(String name, String type) {
        return new NodeBuilder(name, type);
    }

    /** The same under another name, as when what was read in one place is sent in another. */
    public Node named(String other) {
        return new Node(other, type, content);
    }

    /** The same with the type said, where the server left it out. */
    public Node typed(String other) {
        return new Node(name, other, content);
    }

    /** The same with every {@link Handle.Found} in it replaced, so that it may be sent. */
    public Node relinked(Function<Ref, Handle> handles) {
        return switch (content) {
            case Link l when l.handle() instanceof Handle.Found f -> reference(name, handles.apply(f.ref()));
            case Children c ->
                object(
                        name,
                        type,
                        c.nodes().stream().map(n -> n.relinked(handles)).toList());
            case Link l -> this;
            case Text t -> this;
            case Hidden h -> this;
        };
    }

    // Reading

    /** The first child of this name. */
    public Optional<Node> child(String name) {
        return items().stream().filter(n -> n.name.equals(name)).findFirst();
    }

    /** All children of this name; none when the server left the field out or sent an empty list. */
    public List<Node> all(String name) {
        return items().stream().filter(n -> n.name.equals(name)).toList();
    }

    /** All children: the items of an array that is the value of a property. */
    public List<Node> items() {
        return content instanceof Children c ? c.nodes() : List.of();
    }

    /** What is found on a path of names. */
    public Optional<Node> at(String... path) {
        Optional<Node> node = Optional.of(this);
        for (String name : path) {
            node = node.flatMap(n -> n.child(name));
        }
        return node;
    }

    /** The text at the end of a path of names; empty when something of the path is not there. Of no path: the own text. */
    public Optional<String> text(String... path) {
        return at(path).map(n -> n.content instanceof Text t ? t.text() : "");
    }

    /** The texts of all children of a name. */
    public List<String> texts(String name) {
        return all(name).stream().map(n -> n.text().orElse("")).toList();
    }

    /** @throws UnreadableException when something of the path is not there */
    public Node required(String... path) throws UnreadableException {
        Optional<Node> node = at(path);
        if (node.isEmpty()) {
            throw new UnreadableException("The server's " + said() + " has no " + String.join(".", path) + ".");
        }
        return node.orElseThrow();
    }

    /** @throws UnreadableException when there is no such text */
    public String requiredText(String... path) throws UnreadableException {
        if (required(path).content instanceof Text t) {
            return t.text();
        }
        throw new UnreadableException("The server's " + said() + " has no text as " + String.join(".", path) + ".");
    }

    /** A whole number. @throws UnreadableException when it is none */
    public Optional<Long> number(String... path) throws UnreadableException {
        Optional<String> text = text(path);
        try {
            return text.map(t -> Long.valueOf(t.strip()));
        } catch (NumberFormatException e) {
            throw new UnreadableException(
                    "The server's " + said() + " says \"" + text.orElse("") + "\" as " + String.join(".", path)
                            + ", which is no whole number.",
                    e);
        }
    }

    /** A truth value: {@code true} and {@code 1}, {@code false} and {@code 0}. @throws UnreadableException when it is none */
    public Optional<Boolean> flag(String... path) throws UnreadableException {
        Optional<String> text = text(path).map(String::strip);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (text.orElse("")) {
            case "true", "1" -> Optional.of(true);
            case "false", "0" -> Optional.of(false);
            default ->
                throw new UnreadableException("The server's " + said() + " says \"" + text.orElse("") + "\" as "
                        + String.join(".", path) + ", which is neither true nor false.");
        };
    }

    /** The object that a reference names. */
    public Optional<Ref> ref(String... path) {
        return at(path).flatMap(n -> n.content instanceof Link l && l.handle() instanceof Handle.Found f
                ? Optional.of(f.ref())
                : Optional.empty());
    }

    /** The objects that all references of a name name. */
    public List<Ref> refs(String name) {
        return all(name).stream().flatMap(n -> n.ref().stream()).toList();
    }

    private String said() {
        return type.isEmpty() ? name : type;
    }

    /** All of it, for people; secrets as {@code ***}. */
    @Override
    public String toString() {
        return name + ": " + shown(Integer.MAX_VALUE);
    }

    /** Without its name, objects cut where they are deeper than told. */
    String shown(int depth) {
        return switch (content) {
            case Text t -> t.text();
            case Link l -> l.handle().shown();
            case Hidden h -> "***";
            case Children c when depth <= 0 -> "…";
            case Children c ->
                c.nodes().stream()
                        .map(n -> n.name + ": " + n.shown(depth - 1))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    /** As an argument in a line about a call: texts and names as they are, objects as an ellipsis. */
    public String brief() {
        return shown(0);
    }

    /** How many levels of elements there are. */
    public int depth() {
        return 1 + items().stream().mapToInt(Node::depth).max().orElse(0);
    }

    /** Whether every object that it names is meant in any session. */
    public boolean lasts() {
        return switch (content) {
            case Link l -> l.handle().lasts();
            case Children c -> c.nodes().stream().allMatch(Node::lasts);
            case Text t -> true;
            case Hidden h -> true;
        };
    }

    /** Whether a secret stands in it. */
    public boolean hides() {
        return content instanceof Hidden || items().stream().anyMatch(Node::hides);
    }
}

package io.twinpath.driver.vim;

import io.twinpath.driver.Call;
import io.twinpath.driver.InventoryQuery;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.MethodQuery;
import io.twinpath.driver.PropertyQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The types and methods of the vSphere API that Twinpath uses, as {@code vim25.txt} describes them, and what is wrong with a
 * call in their light. Servers of tests take nearly everything; real ones refuse a field that is out of order or of another
 * type, or leave it aside without a word.
 */
public final class Vim25 {

    private static final Vim25 STANDARD = read(Path.of("src/test/resources/vim25.txt"));

    /** @param count empty for exactly one, or one of {@code ?}, {@code *} and {@code +} */
    private record Field(String name, String type, String count) {
        boolean many() {
            return count.equals("*") || count.equals("+");
        }

        boolean mandatory() {
            return count.isEmpty() || count.equals("+");
        }
    }

    private record Described(String base, Map<String, Field> fields) {}

    private final Map<String, List<String>> enums = new TreeMap<>();
    private final Map<String, Described> types = new TreeMap<>();
    private final Map<String, Described> managed = new TreeMap<>();
    private final Map<String, Described> methods = new TreeMap<>();

    private Vim25() {}

    public static Vim25 standard() {
        return STANDARD;
    }

    private static Vim25 read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Vim25 parse(String text) {
        Vim25 vim = new Vim25();
        Map<String, Field> open = Map.of();
        for (String line : text.split("\n")) {
            String[] words = line.strip().split(" +");
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith(" ")) {
                String count = words[1].replaceFirst("^.*[^?*+]", "");
                String type = words[1].substring(0, words[1].length() - count.length());
                if (!words[0].equals("returnval")) {
                    open.put(words[0], new Field(words[0], type, count));
                }
                continue;
            }
            open = new LinkedHashMap<>();
            String last = words.length > 2 ? words[2] : "";
            switch (words[0]) {
                case "enum" -> vim.enums.put(words[1], List.of(words).subList(2, words.length));
                case "type" -> vim.types.put(words[1], new Described(last, open));
                case "managed" -> vim.managed.put(words[1], new Described(last, open));
                case "method" -> vim.methods.put(words[1] + "." + last, new Described("", open));
                default -> throw new IllegalStateException(line);
            }
        }
        return vim;
    }

    /** The call, when nothing is wrong with it. */
    public static <C extends Call> C sound(C call) {
        List<String> wrong = STANDARD.complaints(call);
        if (!wrong.isEmpty()) {
            throw new AssertionError(call + ":\n" + String.join("\n", wrong));
        }
        return call;
    }

    /** What is wrong with a call; nothing for one that is not of the API. */
    public List<String> complaints(Call call) {
        List<String> found = new ArrayList<>();
        switch (call) {
            case MethodCommand c -> method(c.on(), c.method(), c.args(), found);
            case MethodQuery q -> method(q.on(), q.method(), q.args(), found);
            case PropertyQuery q -> q.paths().forEach(p -> path(type(q.of()), p, found));
            case InventoryQuery q -> q.paths().forEach(p -> path(q.type(), p, found));
            default -> {}
        }
        return found;
    }

    private void method(Handle on, String name, List<Node> args, List<String> found) {
        for (String type = type(on); !type.isEmpty(); type = base(managed, type)) {
            Described method = methods.get(type + "." + name);
            if (method != null) {
                fields(name, List.copyOf(method.fields.values()), args, found);
                return;
            }
        }
        found.add(type(on) + " has no method " + name);
    }

    private void path(String type, String path, List<String> found) {
        String now = type;
        for (String name : path.replaceAll("\\[.*?]", "").split("\\.")) {
            Optional<Field> field = field(now, name);
            if (field.isEmpty()) {
                found.add(type + "." + path + ": " + now + " has no " + name);
                return;
            }
            now = field.orElseThrow().type.replaceFirst("^ref:", "");
        }
    }

    private Optional<Field> field(String type, String name) {
        for (Map<String, Described> kind : List.of(types, managed)) {
            for (String t = type; kind.containsKey(t); t = base(kind, t)) {
                Field field = kind.get(t).fields.get(name);
                if (field != null) {
                    return Optional.of(field);
                }
            }
        }
        return Optional.empty();
    }

    private static String base(Map<String, Described> kind, String type) {
        return kind.containsKey(type) ? kind.get(type).base : "";
    }

    /** The type of managed object that a handle means; a word of its own when only a server could tell. */
    private String type(Handle handle) {
        return switch (handle) {
            case Handle.Member m -> {
                String type = type(m.of());
                for (String name : m.property().split("\\.")) {
                    type = field(type, name)
                            .map(f -> f.type.replaceFirst("^ref:", ""))
                            .orElse("?" + name);
                }
                yield type;
            }
            case Handle.Host h -> "HostSystem";
            case Handle.Manager m -> m.type();
            case Handle.Service s -> s.type();
            case Handle.Named n -> n.type();
            case Handle.Found f -> f.type();
        };
    }

    private void fields(String where, List<Field> described, List<Node> given, List<String> found) {
        int next = 0;
        for (Field field : described) {
            int first = next;
            while (next < given.size()
                    && given.get(next).name().equals(field.name)
                    && (field.many() || next == first)) {
                value(where + "." + field.name, field.type, given.get(next), found);
                next++;
            }
            if (next == first && field.mandatory()) {
                found.add(where + " lacks " + field.name);
            }
        }
        if (next < given.size()) {
            String name = given.get(next).name();
            boolean known = described.stream().anyMatch(f -> f.name.equals(name));
            found.add(where + (known ? " has out of order or twice: " : " does not know ") + name);
        }
    }

    private void value(String where, String type, Node given, List<String> found) {
        switch (given.content()) {
            case Node.Link link -> {
                if (!type.startsWith("ref:") || !derives(managed, type(link.handle()), type.substring(4))) {
                    found.add(where + " is " + type + " and not a reference to " + type(link.handle()));
                }
            }
            case Node.Hidden hidden -> plain(where, type, given, "", found);
            case Node.Text text -> plain(where, type, given, text.text(), found);
            case Node.Children children -> object(where, type, given, children.nodes(), found);
        }
    }

    private void plain(String where, String type, Node given, String text, List<String> found) {
        boolean any = type.equals("any") && Node.PLAIN.contains(given.type());
        if (!any && !type.equals(given.type())) {
            found.add(where + " is " + type + " and not " + given.type());
        } else if (enums.containsKey(type) && !enums.get(type).contains(text)) {
            found.add(where + " cannot be " + text);
        }
    }

    private void object(String where, String type, Node given, List<Node> children, List<String> found) {
        String sent = given.type().isEmpty() ? type : given.type();
        if (!types.containsKey(sent)) {
            found.add(where + ": " + sent + " is not described in vim25.txt");
        } else if (!type.equals("any") && !derives(types, sent, type)) {
            found.add(where + " is " + type + " and not " + sent);
        } else {
            fields(where, all(sent), children, found);
        }
    }

    private static boolean derives(Map<String, Described> kind, String type, String from) {
        for (String t = type; !t.isEmpty(); t = base(kind, t)) {
            if (t.equals(from)) {
                return true;
            }
        }
        return from.equals("ManagedObject") || from.equals("DynamicData");
    }

    /** The base type's fields first. */
    private List<Field> all(String type) {
        Described own = types.get(type);
        if (own == null) {
            return List.of();
        }
        List<Field> all = new ArrayList<>(all(own.base));
        all.addAll(own.fields.values());
        return all;
    }
}

package io.twinpath.lab.soap;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One element of a request.
 *
 * @param name without prefix
 * @param type its {@code xsi:type} without prefix; empty for none
 * @param kind its attribute {@code type}, which says of what type a referenced object is; empty for none
 * @param text without the white space around it where it has children
 */
public record Element(String name, String type, String kind, String text, List<Element> children) {

    public Element {
        children = List.copyOf(children);
    }

    /** The first child of that name. */
    public Optional<Element> child(String wanted) {
        return children.stream().filter(c -> c.name.equals(wanted)).findFirst();
    }

    public List<Element> all(String wanted) {
        return children.stream().filter(c -> c.name.equals(wanted)).toList();
    }

    /** The element at the end of a way of child names. */
    public Optional<Element> at(String... way) {
        Optional<Element> here = Optional.of(this);
        for (String step : way) {
            here = here.flatMap(e -> e.child(step));
        }
        return here;
    }

    /** The text at the end of a way of child names. */
    public Optional<String> text(String... way) {
        return at(way).map(Element::text);
    }

    public List<String> texts(String wanted) {
        return all(wanted).stream().map(Element::text).toList();
    }

    /** A child that the method cannot do without; a request that lacks it is no valid one. */
    public Element required(String wanted) {
        return child(wanted).orElseThrow(() -> Faults.invalidRequest("Required property " + wanted + " is missing"));
    }

    public String need(String... way) {
        return text(way)
                .orElseThrow(() -> Faults.invalidRequest("Required property " + way[way.length - 1]
                        + " is missing from data object " + Arrays.asList(way).getFirst()));
    }

    /** A boolean as XML Schema writes them. */
    public Optional<Boolean> flag(String... way) {
        return text(way).map(t -> t.equals("true") || t.equals("1"));
    }

    public Optional<Integer> number(String... way) {
        return text(way).map(Element::parsed).map(Long::intValue);
    }

    public Optional<Long> large(String... way) {
        return text(way).map(Element::parsed);
    }

    /** The object that it refers to. */
    public Ref ref() {
        return new Ref(kind, text);
    }

    public Optional<Ref> ref(String... way) {
        return at(way).map(Element::ref);
    }

    private static Long parsed(String text) {
        if (text.matches("[+-]?[0-9]{1,18}")) {
            return Long.valueOf(text);
        }
        throw Faults.invalidRequest("\"" + text + "\" is not a number");
    }
}

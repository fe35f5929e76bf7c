package io.twinpath.spec.layer;

import io.twinpath.diag.Diagnostics;
import io.twinpath.diag.Span;
import io.twinpath.model.tree.Node;
import io.twinpath.spec.inventory.InventoryProblem;
import io.twinpath.spec.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Values from the command line, which go before everything. Two forms:
 *
 * <ul>
 *   <li>{@code HOST:KEY.KEY=VALUE}: a way through what stands under the host in a spec, such as
 *       {@code esxi3.lain.local:vars.id=14} or {@code esxi3.lain.local:vswitches.vSwitch0.mtu=9000};
 *   <li>{@code KIND:HOST/NAME.FIELD=VALUE} or {@code KIND:NAME.FIELD=VALUE}: a field of a resource by its address.
 * </ul>
 *
 * Names may hold dots: the longest one that is known is taken. A value that starts with a bracket is read as YAML, any
 * other is the text itself. Values are never rendered.
 */
public final class Overrides {

    /** The source of their places. */
    public static final String SOURCE = "--set";

    /** What a way through a host starts in. */
    public enum Root {
        VARS("vars."),
        CONNECT("connect."),
        RESOURCES("");

        private final String prefix;

        Root(String prefix) {
            this.prefix = prefix;
        }
    }

    private final List<Setting> all = new ArrayList<>();
    private final Ways ways;
    private final Diagnostics into;
    private final Set<Setting> used = new HashSet<>();

    /** Where addresses lead: known by whoever knows the kinds. */
    public interface Ways {

        boolean isHost(String name);

        /** Everything that can stand in front of the colon. */
        Collection<String> heads();

        /** The keys from a host's or object's body to what an address names, and the rest; empty when nothing fits. */
        Optional<List<String>> toResource(String kind, String tail, Merged body);

        /** Whether the names under this key may hold anything, so that the rest of a way is one name. */
        boolean isBare(String key);
    }

    /** @param head a host or a kind */
    private record Setting(String head, String rest, Node value, Layer layer, Span span) {}

    public Overrides(List<String> arguments, Ways ways, Diagnostics into) {
        this.ways = ways;
        this.into = into;
        for (int i = 0; i < arguments.size(); i++) {
            parse(arguments.get(i), i);
        }
    }

    private void parse(String argument, int order) {
        Span whole = Span.of(SOURCE, order + 1, 1, argument.length());
        int equals = argument.indexOf('=');
        int colon = argument.indexOf(':');
        if (equals < 0 || colon < 1 || colon > equals || colon + 1 == equals) {
            bad(whole, "A name, a colon, a way and a value with \"=\" are expected");
            return;
        }
        String head = argument.substring(0, colon);
        if (!ways.heads().contains(head)) {
            into.add(InventoryProblem.describe(new InventoryProblem.UnknownTarget(
                    Span.of(SOURCE, order + 1, 1, colon), "host or kind", head, ways.heads())));
            return;
        }
        String text = argument.substring(equals + 1);
        Span at = Span.of(SOURCE, order + 1, equals + 2, text.length());
        Optional<Node> value = text.startsWith("[") || text.startsWith("{")
                ? YamlReader.value(SOURCE, text, into)
                : Optional.of(new Node.Scalar(text, true, at));
        value.ifPresent(
                v -> all.add(new Setting(head, argument.substring(colon + 1, equals), v, Layer.set(order), whole)));
    }

    private void bad(Span span, String why) {
        into.add(InventoryProblem.describe(new InventoryProblem.BadSet(span, why)));
    }

    /** Applies what is said about one part of a host. */
    void apply(String host, Root root, Merged body) {
        for (Setting o : all) {
            if (o.head.equals(host)) {
                if (root == rootOf(o.rest)) {
                    along(o.rest.substring(root.prefix.length()), body, o);
                }
            } else if (root == Root.RESOURCES && !ways.isHost(o.head) && o.rest.startsWith(host + "/")) {
                resource(o, o.rest.substring(host.length() + 1), body);
            }
        }
    }

    private static Root rootOf(String way) {
        if (way.startsWith(Root.VARS.prefix)) {
            return Root.VARS;
        }
        return way.startsWith(Root.CONNECT.prefix) ? Root.CONNECT : Root.RESOURCES;
    }

    /** Applies what is said about an object of the site, given the tree under its top-level key. */
    public void applyToSite(String kind, Merged objects) {
        all.stream()
                .filter(o -> o.head.equals(kind) && !ways.isHost(o.head))
                .forEach(o -> resource(o, o.rest, objects));
    }

    /** Reports every argument that fitted nothing. */
    public void reportUnused(Collection<String> addresses) {
        for (Setting o : all) {
            if (!used.contains(o)) {
                into.add(InventoryProblem.describe(
                        new InventoryProblem.UnknownTarget(o.span, "resource", o.head + ":" + o.rest, addresses)));
            }
        }
    }

    private void resource(Setting o, String tail, Merged body) {
        ways.toResource(o.head, tail, body).ifPresent(keys -> {
            Merged at = body;
            for (String key : keys.subList(0, keys.size() - 1)) {
                at = at.childOf(new Node.Scalar(key, false, o.span));
            }
            String last = keys.getLast();
            if (last.isEmpty()) {
                used.add(o);
                at.apply(o.layer, o.value, o.value);
            } else {
                along(last, at, o);
            }
        });
    }

    private void along(String way, Merged start, Setting o) {
        used.add(o);
        Merged at = start;
        String rest = way;
        boolean bare = false;
        String next = step(at, rest, bare);
        while (next.length() < rest.length()) {
            at = at.childOf(new Node.Scalar(next, false, o.span));
            bare = ways.isBare(next);
            rest = rest.substring(next.length() + 1);
            next = step(at, rest, bare);
        }
        at.put(o.layer, new Node.Scalar(next, false, o.span), o.value, o.value);
    }

    /** The longest known name that the way starts with; else up to the next dot, or all of it where names hold dots. */
    private static String step(Merged at, String rest, boolean bare) {
        int dot = rest.indexOf('.');
        String unknown = bare || dot < 0 ? rest : rest.substring(0, dot);
        return at.children().stream()
                .map(c -> c.key().text())
                .filter(k -> rest.equals(k) || rest.startsWith(k + "."))
                .max(Comparator.comparingInt(String::length))
                .orElse(unknown);
    }
}

package io.twinpath.report;

import io.twinpath.diff.Changes;
import io.twinpath.diff.Undeclared;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Delta;
import io.twinpath.model.HostFact;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * In what a site is not what its spec says, for people: nothing when there is nothing. {@code ~} differs, {@code -} is not
 * there, {@code +} is there and should not be, {@code *} is there and nobody declared it.
 */
public final class DriftView {

    private final Style style;

    public DriftView(Style style) {
        this.style = style;
    }

    public String text(Changes changes) {
        StringBuilder out = new StringBuilder();
        changes.hosts().forEach((host, fact) -> {
            if (fact instanceof HostFact.Unreached unreached) {
                out.append(style.red("? " + host))
                        .append("  ")
                        .append(Printable.line(unreached.reason()))
                        .append('\n');
            }
        });
        fold(changes).groups().forEach(group -> {
            out.append(style.bold(group.title())).append('\n');
            group.blocks()
                    .forEach(block -> block.forEach(
                            line -> out.append("  ").append(coloured(line)).append('\n')));
        });
        if (!changes.agree()) {
            out.append(style.bold(summary(changes))).append('\n');
        }
        return out.toString();
    }

    private static HostFold fold(Changes changes) {
        HostFold fold = new HostFold();
        changes.byAddress().forEach((address, change) -> add(changes, address, lines(change), fold));
        changes.undeclared().forEach((address, found) -> add(changes, address, List.of(line(found)), fold));
        changes.unlisted().forEach(u -> fold.add(u.host(), List.of(line(u))));
        return fold;
    }

    /** The same as pieces of a report. */
    static List<Report.Section> sections(Changes changes) {
        return HostFold.sections(fold(changes));
    }

    /** A host that did not answer is said once, not for each of its resources. */
    private static void add(Changes changes, Address address, List<String> lines, HostFold fold) {
        Optional<String> host = address.host();
        boolean silent = host.filter(h -> changes.hosts().get(h) instanceof HostFact.Unreached)
                .isPresent();
        if (!silent && !lines.isEmpty()) {
            fold.add(host.orElse("the site"), lines);
        }
    }

    private static List<String> lines(Change<?> change) {
        return switch (change) {
            case Change.Keep<?> c -> List.of();
            case Change.Create<?> c -> List.of(heading("-", c.address()) + "  missing");
            case Change.Delete<?> c -> List.of(heading("+", c.address()) + "  should not be there");
            case Change.Update<?> c -> differing(c.address(), c.deltas());
            case Change.Replace<?> c -> differing(c.address(), c.deltas());
            case Change.Blocked<?> c -> blocked(c);
        };
    }

    private static List<String> differing(Address address, List<Delta> deltas) {
        List<String> lines = new ArrayList<>();
        lines.add(heading("~", address));
        deltas.forEach(d -> lines.add("    " + d.path() + ": " + difference(d)));
        return lines;
    }

    static String difference(Delta delta) {
        if (delta.sensitive()) {
            return "differs (a secret, not shown)";
        }
        return (delta.before() instanceof Value.None
                        ? "not set"
                        : Printable.line(delta.before().toString())) + ", should be "
                + Printable.line(delta.after().toString());
    }

    /** What only waits for something else is not a finding of its own. */
    private static List<String> blocked(Change.Blocked<?> change) {
        return change.obstacles().stream()
                .filter(o -> !(o instanceof Obstacle.WaitsFor))
                .map(o -> heading("!", change.address()) + "  " + Printable.line(o.text()))
                .distinct()
                .toList();
    }

    private static String line(Undeclared undeclared) {
        String what = undeclared.found().observed() instanceof Observed.Unreadable<?> u
                ? "not declared, and could not be read: " + Printable.line(u.reason())
                : "not declared";
        return heading("*", undeclared.address()) + "  " + what;
    }

    private static String line(Snapshot.Unlisted unlisted) {
        return "! " + unlisted.kind() + "  what is not declared cannot be told: " + Printable.line(unlisted.reason());
    }

    private static String heading(String sign, Address address) {
        return sign + " " + address.kind() + " " + Printable.line(address.name());
    }

    private String coloured(String line) {
        return switch (line.charAt(0)) {
            case '+', '~', '*', '!' -> style.yellow(line);
            case '-' -> style.red(line);
            default -> line;
        };
    }

    static String summary(Changes changes) {
        List<String> parts = new ArrayList<>();
        long differing = count(changes, Change.Update.class) + count(changes, Change.Replace.class);
        part(differing, differing == 1 ? "differs" : "differ", parts);
        part(count(changes, Change.Create.class), "missing", parts);
        part(count(changes, Change.Delete.class), "to go", parts);
        part(count(changes, Change.Blocked.class), "blocked", parts);
        part(changes.undeclared().size(), "not declared", parts);
        part(changes.unlisted().size(), "could not be listed", parts);
        return "Drift: " + String.join(", ", parts) + "; " + changes.kept() + " as the spec wants them.";
    }

    private static long count(Changes changes, Class<?> type) {
        return Stream.of(changes.byAddress().values().toArray())
                .filter(type::isInstance)
                .count();
    }

    private static void part(long count, String what, List<String> into) {
        if (count > 0) {
            into.add(count + " " + what);
        }
    }
}

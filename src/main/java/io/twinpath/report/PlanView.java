package io.twinpath.report;

import io.twinpath.model.Address;
import io.twinpath.model.HostFact;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Way;
import io.twinpath.plan.Plan;
import io.twinpath.plan.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A plan for people: what stands in the way first, then what changes, equal changes once for all their hosts, then one line
 * that sums up. Signs say what happens, so that nothing depends on colour.
 */
public final class PlanView {

    private final Style style;

    public PlanView(Style style) {
        this.style = style;
    }

    public String text(Plan plan) {
        StringBuilder out = new StringBuilder();
        unreached(plan, out);
        blocked(plan, out);
        steps(plan, out);
        undeclared(plan.undeclared(), out);
        out.append(style.bold(summary(plan)));
        if (!plan.notApplied().isEmpty()) {
            out.append(style.dim(
                    " (not applied, no vSphere API leads there: " + String.join(", ", plan.notApplied()) + ")"));
        }
        return out.append('\n').toString();
    }

    /** What stands in the way: for whoever sees each step when it is made. */
    public String head(Plan plan) {
        StringBuilder out = new StringBuilder();
        unreached(plan, out);
        blocked(plan, out);
        return out.toString();
    }

    private void unreached(Plan plan, StringBuilder out) {
        plan.unreached()
                .forEach((host, why) -> out.append(style.red("? " + host))
                        .append("  ")
                        .append(Printable.line(why.reason()))
                        .append('\n'));
        if (!plan.unreached().isEmpty()) {
            out.append('\n');
        }
    }

    private void blocked(Plan plan, StringBuilder out) {
        Set<String> causes = new LinkedHashSet<>();
        List<String> waiting = new ArrayList<>();
        for (Plan.Blocked blocked : plan.blocked()) {
            if (blocked.isCause()) {
                blocked.obstacles().stream()
                        .filter(o -> !(o instanceof Obstacle.WaitsFor) && !unreached(plan, blocked))
                        .forEach(o -> causes.add(
                                "! " + Printable.line(blocked.address().toString()) + "  " + obstacle(o)));
            } else {
                waiting.add(blocked.address().toString());
            }
        }
        if (!causes.isEmpty()) {
            out.append(style.bold("Blocked:")).append('\n');
            causes.forEach(c -> out.append("  ").append(style.yellow(c)).append('\n'));
            if (!waiting.isEmpty()) {
                out.append(style.dim("  waiting for that: " + Printable.line(String.join(", ", waiting))))
                        .append('\n');
            }
        }
    }

    /** A host that does not answer is said once, not for each of its resources. */
    private static boolean unreached(Plan plan, Plan.Blocked blocked) {
        return blocked.address()
                .host()
                .or(() -> Optional.of(Way.VCENTER))
                .filter(host -> plan.hosts().get(host) instanceof HostFact.Unreached)
                .isPresent();
    }

    private static String obstacle(Obstacle obstacle) {
        String text = Printable.line(obstacle.text());
        return switch (obstacle) {
            case Obstacle.HandsOn o -> "a person: " + text;
            case Obstacle.Unread o -> "could not be read: " + text;
            case Obstacle.Unsupported o -> text;
            case Obstacle.WaitsFor o -> text;
        };
    }

    private void steps(Plan plan, StringBuilder out) {
        HostFold fold = new HostFold();
        plan.steps().forEach(s -> fold.add(s.place(), PlanLines.of(s)));
        for (HostFold.Group group : fold.groups()) {
            out.append(style.bold(group.title())).append('\n');
            group.blocks()
                    .forEach(block -> block.forEach(
                            line -> out.append("  ").append(coloured(line)).append('\n')));
        }
    }

    /** What is there and in no spec; equal names once for all their hosts. */
    void undeclared(Collection<Address> found, StringBuilder out) {
        if (found.isEmpty()) {
            return;
        }
        out.append(style.bold("Not declared, left alone:")).append('\n');
        HostFold fold = new HostFold();
        found.forEach(
                a -> fold.add(a.host().orElse(Way.VCENTER), List.of("* " + a.kind() + " " + Printable.line(a.name()))));
        for (HostFold.Group group : fold.groups()) {
            group.blocks()
                    .forEach(block -> block.forEach(line -> out.append("  ")
                            .append(style.yellow(line))
                            .append("  ")
                            .append(style.dim(group.title()))
                            .append('\n')));
        }
    }

    /** What one step changes, without its heading. */
    public static List<String> details(Step step) {
        return PlanLines.details(step);
    }

    private String coloured(String line) {
        return switch (line.charAt(0)) {
            case '+' -> style.green(line);
            case '-', '±' -> style.red(line);
            case '~' -> style.yellow(line);
            default -> line;
        };
    }

    /** {@code No changes.}, or the counts. */
    public static String summary(Plan plan) {
        if (plan.isEmpty() && plan.unreached().isEmpty()) {
            return "No changes. " + counted(plan.kept(), "resource") + " on " + places(plan)
                    + " are as the spec wants them.";
        }
        List<String> parts = new ArrayList<>();
        for (Step.Action action : Step.Action.values()) {
            long count = plan.steps().stream().filter(s -> s.action() == action).count();
            if (count > 0) {
                parts.add(count + " to " + action.name().toLowerCase(Locale.ROOT));
            }
        }
        if (parts.isEmpty()) {
            parts.add("nothing can be changed now");
        }
        if (!plan.blocked().isEmpty()) {
            parts.add(plan.blocked().size() + " blocked");
        }
        if (!plan.unreached().isEmpty()) {
            parts.add(silent(plan) + " did not answer");
        }
        return "Plan: " + String.join(", ", parts) + "; " + plan.kept() + " as wanted.";
    }

    private static String places(Plan plan) {
        boolean vcenter = plan.hosts().containsKey(Way.VCENTER);
        return counted(plan.hosts().size() - (vcenter ? 1 : 0), "host") + (vcenter ? " and vCenter" : "");
    }

    /** vCenter is none of the hosts. */
    private static String silent(Plan plan) {
        boolean vcenter = plan.unreached().containsKey(Way.VCENTER);
        int hosts = plan.unreached().size() - (vcenter ? 1 : 0);
        int all = plan.hosts().size() - (plan.hosts().containsKey(Way.VCENTER) ? 1 : 0);
        String some = hosts == 0 ? "" : hosts + " of " + counted(all, "host");
        return vcenter ? some + (some.isEmpty() ? "" : " and ") + "vCenter" : some;
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}

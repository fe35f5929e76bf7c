package io.twinpath.report;

import io.twinpath.rig.part.Assumption;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.readiness.Ready;
import io.twinpath.risk.readiness.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Readiness for people: a line for each machine that nothing keeps, the reasons and what helps for the others. */
public final class ReadinessView {

    private static final int NAMED = 4;

    private final Style style;

    public ReadinessView(Style style) {
        this.style = style;
    }

    public String text(List<Ready> machines) {
        List<String> lines = new ArrayList<>();
        Set<Assumption> assumptions = new TreeSet<>();
        for (Ready ready : machines) {
            lines.addAll(lines(ready));
            assumptions.addAll(ready.assumptions());
        }
        AssumptionLines.of(assumptions).forEach(line -> lines.add(style.dim(line)));
        lines.add(summary(machines));
        return String.join("\n", lines) + "\n";
    }

    /** The answer in one line. */
    public static String summary(List<Ready> machines) {
        long moves = machines.stream().filter(m -> m.move().open()).count();
        long restarts = machines.stream().filter(m -> m.restart().open()).count();
        return "Of " + machines.size() + (machines.size() == 1 ? " machine " : " machines ") + moves + " can move and "
                + restarts + " can be restarted by HA.";
    }

    private List<String> lines(Ready ready) {
        List<String> lines = new ArrayList<>();
        String on = ready.host().map(h -> "  on " + Printable.line(h)).orElse("");
        lines.add(style.bold(Printable.line(ready.machine())) + on);
        lines.add("  " + way("moves", "does not move", ready.move()));
        lines.add("  " + way("restarts", "does not restart", ready.restart())
                + (ready.waitsForPerson() && ready.restart().open() ? ", and then waits for a person" : ""));
        for (Remedy remedy : ready.remedies()) {
            lines.add("  " + style.green("to do: ") + Printable.line(remedy.advice()));
            remedy.spec().ifPresent(spec -> spec.lines().forEach(line -> lines.add("    " + Printable.line(line))));
        }
        return lines;
    }

    private String way(String does, String doesNot, Way way) {
        return way.open()
                ? style.green(does) + " to " + Chain.names(List.copyOf(way.to()), NAMED)
                : style.red(doesNot) + ": " + Printable.line(way.because().orElse(""));
    }
}

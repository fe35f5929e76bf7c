package io.twinpath.rig;

import io.twinpath.rig.CutSet.Target;
import io.twinpath.rig.CutSet.What;
import io.twinpath.rig.Effects.HostState;
import io.twinpath.rig.MachineEffect.Verdict;
import io.twinpath.rig.Oracle.Answer;
import io.twinpath.rig.Oracle.Outcome;
import io.twinpath.rig.part.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What the {@link Oracle} says, beside what it says while nothing fails; and both its words and the rig's in one form. */
final class Answers {

    private final Rig rig;
    private final Oracle oracle;
    private final Answer before;

    Answers(Rig rig) {
        this.rig = rig;
        this.oracle = new Oracle(rig);
        this.before = oracle.ask(Set.of());
    }

    /** One line for each thing that is otherwise than before. */
    String effects(Set<Component> failed) {
        Answer now = oracle.ask(failed);
        SortedSet<String> lines = new TreeSet<>();
        now.hosts().forEach((host, state) -> {
            if (state != before.hosts().get(host) && before.hosts().get(host) != HostState.DOWN) {
                lines.add("host " + host + " " + state);
            }
        });
        now.lit().forEach((seen, left) -> {
            List<String> lost = new ArrayList<>(before.lit().getOrDefault(seen, List.of()));
            lost.removeAll(left);
            if (!lost.isEmpty()) {
                String state = !left.isEmpty() ? "DEGRADED" : now.gone().contains(seen) ? "PDL" : "APD";
                lines.add("device " + seen + " lost " + lost + " left " + left.size() + " " + state);
            }
        });
        now.lost().stream().filter(s -> !before.lost().contains(s)).forEach(s -> lines.add("datastore " + s));
        worst(now)
                .forEach((machine, outcome) ->
                        lines.add("machine " + machine + " " + outcome.verdict() + " " + outcome.to()));
        return String.join("\n", lines);
    }

    /** Of a machine that may be on several hosts the worst that is otherwise than before; of equals the first host's. */
    private SortedMap<String, Outcome> worst(Answer now) {
        SortedMap<String, Outcome> worst = new TreeMap<>();
        now.machines().forEach((key, outcome) -> {
            String machine = key.replaceAll("@.*", "");
            Outcome other = worst.get(machine);
            if (!outcome.equals(before.machines().get(key))
                    && (other == null || other.verdict().compareTo(outcome.verdict()) < 0)) {
                worst.put(machine, outcome);
            }
        });
        return worst;
    }

    static String written(Effects effects) {
        return written(effects, UnaryOperator.identity());
    }

    static List<String> sortedPaths(List<String> paths) {
        return paths.stream().sorted().toList();
    }

    static String written(Effects effects, UnaryOperator<List<String>> paths) {
        SortedSet<String> lines = new TreeSet<>();
        effects.hosts().forEach(h -> lines.add("host " + h.host() + " " + h.state()));
        effects.devices()
                .forEach(d -> lines.add("device " + d.host() + "/" + d.device() + " lost " + paths.apply(d.lost())
                        + " left " + d.left() + " " + d.state()));
        effects.datastores().forEach(d -> lines.add("datastore " + d.host() + "/" + d.datastore()));
        effects.machines()
                .forEach((name, m) -> lines.add("machine " + name + " " + m.verdict() + " " + m.to().orElse("")));
        return String.join("\n", lines);
    }

    /** Every part, and every two parts, that take away what none of them alone does. */
    List<CutSet> cuts() {
        List<Component> parts = new ArrayList<>(Parts.of(rig));
        List<CutSet> found = new ArrayList<>();
        List<Set<Target>> alone = new ArrayList<>();
        for (Component part : parts) {
            alone.add(taken(Set.of(part)));
            add(found, Set.of(part), alone.get(alone.size() - 1));
        }
        for (int i = 0; i < parts.size(); i++) {
            for (int j = i + 1; j < parts.size(); j++) {
                Set<Component> both = Set.of(parts.get(i), parts.get(j));
                Set<Target> taken = taken(both);
                taken.removeAll(alone.get(i));
                taken.removeAll(alone.get(j));
                add(found, both, taken);
            }
        }
        return found;
    }

    private static void add(List<CutSet> found, Set<Component> parts, Set<Target> taken) {
        if (!taken.isEmpty()) {
            found.add(new CutSet(new TreeSet<>(parts), new TreeSet<>(taken)));
        }
    }

    /** What is lost now and was not before. */
    private Set<Target> taken(Set<Component> failed) {
        Answer now = oracle.ask(failed);
        Set<Target> taken = new TreeSet<>();
        now.lost().stream().filter(s -> !before.lost().contains(s)).forEach(s -> {
            int slash = s.indexOf('/');
            taken.add(new Target(What.DATASTORE, s.substring(slash + 1), s.substring(0, slash)));
        });
        now.hosts().forEach((host, state) -> {
            if (state == HostState.CUT_OFF && !before.hosts().containsKey(host)) {
                taken.add(new Target(What.MANAGEMENT, host, ""));
            }
        });
        for (Map.Entry<String, Outcome> machine : now.machines().entrySet()) {
            if (lost(machine.getValue()) && !lost(before.machines().get(machine.getKey()))) {
                taken.add(new Target(What.MACHINE, machine.getKey().replaceAll("@.*", ""), ""));
            }
        }
        return taken;
    }

    private static boolean lost(@org.jspecify.annotations.Nullable Outcome outcome) {
        return outcome != null && (outcome.verdict() == Verdict.STALLED || outcome.verdict() == Verdict.DOWN);
    }
}

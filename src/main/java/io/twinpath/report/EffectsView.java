package io.twinpath.report;

import io.twinpath.rig.Effects;
import io.twinpath.rig.MachineEffect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a failure does, for people: hosts, then datastores, then virtual machines from the worst to the least. */
public final class EffectsView {

    private static final int NAMED = 12;

    private final Style style;

    public EffectsView(Style style) {
        this.style = style;
    }

    /** @param when in which state of the site, such as "now" */
    public String text(Effects effects, String when) {
        List<String> lines = new ArrayList<>();
        lines.add(style.bold("When "
                + effects.failed().stream()
                        .map(c -> Printable.line(c.toString()))
                        .collect(Collectors.joining(", "))
                + (effects.failed().size() == 1 ? " fails" : " fail together") + ", " + when + ":"));
        hosts(effects).forEach(line -> lines.add("  " + line));
        storage(effects).forEach(line -> lines.add("  " + line));
        machines(effects).forEach(line -> lines.add("  " + line));
        if (lines.size() == 1) {
            lines.add("  Nothing that anybody notices.");
        }
        AssumptionLines.of(effects.assumptions()).forEach(line -> lines.add("  " + style.dim(line)));
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private List<String> hosts(Effects effects) {
        return effects.hosts().stream()
                .map(h -> style.red(word(h.state())) + "  " + Printable.line(h.host()) + because(h.host(), h.because()))
                .toList();
    }

    private List<String> storage(Effects effects) {
        List<String> lines = new ArrayList<>();
        Map<String, List<Effects.DatastoreEffect>> lost = new LinkedHashMap<>();
        effects.datastores()
                .forEach(d -> lost.computeIfAbsent(d.datastore(), n -> new ArrayList<>())
                        .add(d));
        lost.forEach((name, same) -> lines.add(style.red("unreachable") + "  " + Printable.line(name) + " on "
                + Chain.names(same.stream().map(Effects.DatastoreEffect::host).toList(), NAMED)
                + because(name, same.get(0).because())));
        Map<String, List<String>> fewer = new LinkedHashMap<>();
        effects.devices().stream()
                .filter(d -> d.state() == Effects.DeviceState.DEGRADED)
                .forEach(d -> fewer.computeIfAbsent(
                                Printable.line(d.device()) + ": " + d.left()
                                        + (d.left() == 1 ? " path left" : " paths left"),
                                n -> new ArrayList<>())
                        .add(d.host()));
        fewer.forEach((what, hosts) ->
                lines.add(style.yellow("degraded") + "  " + what + " on " + Chain.names(hosts, NAMED)));
        return lines;
    }

    private static String because(String name, List<String> because) {
        String chain = Chain.text(because);
        return chain.isEmpty() || chain.equals(Printable.line(name)) ? "" : ": " + chain;
    }

    private List<String> machines(Effects effects) {
        Map<String, List<MachineEffect>> alike = new LinkedHashMap<>();
        effects.machines().values().stream()
                .sorted(Comparator.comparing(MachineEffect::verdict).reversed())
                .forEach(m ->
                        alike.computeIfAbsent(what(m), w -> new ArrayList<>()).add(m));
        List<String> lines = new ArrayList<>();
        alike.forEach((what, same) -> {
            lines.add(what + "  "
                    + Chain.names(same.stream().map(MachineEffect::machine).toList(), NAMED));
            if (same.get(0).verdict() != MachineEffect.Verdict.DEGRADED) {
                lines.addAll(story(same));
            }
        });
        return lines;
    }

    /** Of machines that end alike one stands for all in the chain and the time line. */
    private static List<String> story(List<MachineEffect> same) {
        MachineEffect first = same.get(0);
        List<String> lines = new ArrayList<>();
        lines.add("    " + Chain.text(first.because()));
        Map<List<String>, List<String>> obstacles = new LinkedHashMap<>();
        same.stream()
                .filter(m -> !m.obstacles().isEmpty())
                .forEach(m -> obstacles
                        .computeIfAbsent(m.obstacles(), o -> new ArrayList<>())
                        .add(m.machine()));
        obstacles.forEach((why, names) -> lines.add("    HA does not help " + Chain.names(names, NAMED) + ": "
                + why.stream().map(Printable::line).collect(Collectors.joining(" "))));
        first.timeline().forEach(t -> lines.add("    " + t.seconds() + " s  " + Printable.line(t.what())));
        return lines;
    }

    private String what(MachineEffect machine) {
        String person = machine.waitsForPerson() ? ", then waits for a person" : "";
        return switch (machine.verdict()) {
            case DEGRADED -> style.yellow("degraded");
            case RESTARTED ->
                style.yellow("restarted by HA on "
                        + machine.to().map(Printable::line).orElse("another host") + person);
            case STALLED -> style.red("stalled");
            case DOWN -> style.red("down until somebody acts");
        };
    }

    private static String word(Effects.HostState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

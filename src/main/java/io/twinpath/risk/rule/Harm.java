package io.twinpath.risk.rule;

import io.twinpath.rig.Effects;
import io.twinpath.rig.MachineEffect;
import io.twinpath.rig.part.Component;
import io.twinpath.risk.Effect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What of the effects of a failure people would call an outage. */
final class Harm {

    private static final Comparator<MachineEffect> WORST_FIRST =
            Comparator.comparing(MachineEffect::verdict).reversed().thenComparing(MachineEffect::machine);

    private Harm() {}

    /** Whether a machine stalls or is lost, or a host loses a datastore, its management or, by something else, its life. */
    static boolean outage(Effects effects) {
        Set<String> gone = gone(effects);
        return effects.machines().values().stream().anyMatch(Harm::lost)
                || effects.datastores().stream().anyMatch(d -> !gone.contains(d.host()))
                || effects.hosts().stream().anyMatch(h -> !gone.contains(h.host()));
    }

    static boolean lost(MachineEffect machine) {
        return machine.verdict() == MachineEffect.Verdict.STALLED || machine.verdict() == MachineEffect.Verdict.DOWN;
    }

    /** The worst first: machines, then hosts, then datastores. That a host which failed is down is no news. */
    static List<Effect> of(Effects effects) {
        Set<String> gone = gone(effects);
        List<Effect> list = new ArrayList<>();
        effects.machines().values().stream()
                .sorted(WORST_FIRST)
                .map(Harm::machine)
                .forEach(list::add);
        effects.hosts().stream()
                .filter(h -> !gone.contains(h.host()))
                .map(h -> new Effect(
                        Effect.Subject.HOST,
                        h.host(),
                        Optional.empty(),
                        h.state().name().toLowerCase(Locale.ROOT),
                        h.because(),
                        List.of()))
                .forEach(list::add);
        effects.datastores().stream()
                .filter(d -> !gone.contains(d.host()))
                .map(d -> new Effect(
                        Effect.Subject.DATASTORE,
                        d.datastore(),
                        Optional.of(d.host()),
                        "unreachable",
                        d.because(),
                        List.of()))
                .forEach(list::add);
        return list;
    }

    private static Effect machine(MachineEffect machine) {
        return new Effect(
                Effect.Subject.VM,
                machine.machine(),
                machine.to(),
                machine.verdict().name().toLowerCase(Locale.ROOT),
                machine.because(),
                machine.obstacles());
    }

    /** Hosts that take part: those of the parts, those that lose something. */
    static SortedSet<String> hosts(Effects effects) {
        NavigableSet<String> hosts = new TreeSet<>();
        effects.failed().forEach(component -> host(component).ifPresent(hosts::add));
        effects.hosts().forEach(h -> hosts.add(h.host()));
        effects.datastores().forEach(d -> hosts.add(d.host()));
        effects.devices().stream()
                .filter(d -> d.state() != Effects.DeviceState.DEGRADED)
                .forEach(d -> hosts.add(d.host()));
        return hosts;
    }

    private static Set<String> gone(Effects effects) {
        Set<String> gone = new TreeSet<>();
        for (Component component : effects.failed()) {
            if (component instanceof Component.HostNamed host) {
                gone.add(host.name());
            }
        }
        return gone;
    }

    private static Optional<String> host(Component component) {
        return switch (component) {
            case Component.NicPort c -> Optional.of(c.host());
            case Component.CardOf c -> Optional.of(c.host());
            case Component.LocalDisk c -> Optional.of(c.host());
            case Component.HostNamed c -> Optional.of(c.name());
            case Component.SwitchNamed c -> Optional.empty();
            case Component.SwitchPort c -> Optional.empty();
            case Component.PortalAt c -> Optional.empty();
            case Component.ControllerOf c -> Optional.empty();
            case Component.ArrayNamed c -> Optional.empty();
            case Component.DeviceNamed c -> Optional.empty();
            case Component.DomainNamed c -> Optional.empty();
        };
    }

    /** The harm in a clause: {@code pomf and web1 stall, and esxi3.lain.local cannot be managed}. */
    static String clause(Effects effects) {
        List<String> parts = new ArrayList<>();
        add(parts, names(effects, MachineEffect.Verdict.DOWN), "goes down and stays down", "go down and stay down");
        add(parts, names(effects, MachineEffect.Verdict.STALLED), "stalls", "stall");
        Set<String> gone = gone(effects);
        SortedSet<String> down = new TreeSet<>();
        SortedSet<String> cut = new TreeSet<>();
        effects.hosts().stream().filter(h -> !gone.contains(h.host())).forEach(h -> {
            switch (h.state()) {
                case DOWN -> down.add(h.host());
                case CUT_OFF -> cut.add(h.host());
            }
        });
        add(parts, down, "goes down", "go down");
        add(parts, cut, "cannot be managed", "cannot be managed");
        if (parts.isEmpty()) {
            NavigableSet<String> hosts = new TreeSet<>();
            SortedSet<String> stores = new TreeSet<>();
            effects.datastores().stream().filter(d -> !gone.contains(d.host())).forEach(d -> {
                hosts.add(d.host());
                stores.add(d.datastore());
            });
            parts.add(Words.some(hosts) + Words.times(hosts.size(), " loses ", " lose ") + Words.some(stores));
        }
        return Words.and(parts);
    }

    private static SortedSet<String> names(Effects effects, MachineEffect.Verdict verdict) {
        SortedSet<String> names = new TreeSet<>();
        effects.machines().values().stream().filter(m -> m.verdict() == verdict).forEach(m -> names.add(m.machine()));
        return names;
    }

    private static void add(List<String> parts, SortedSet<String> names, String one, String many) {
        if (!names.isEmpty()) {
            parts.add(Words.some(names) + " " + Words.times(names.size(), one, many));
        }
    }
}

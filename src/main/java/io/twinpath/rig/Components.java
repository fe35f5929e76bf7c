package io.twinpath.rig;

import io.twinpath.diag.Result;
import io.twinpath.rig.part.Card;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Component.CardOf;
import io.twinpath.rig.part.Component.NicPort;
import io.twinpath.rig.part.Host;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Parts as people type them, such as {@code nic:esxi3/vmnic4}, {@code nic:esxi3/storage_a/0} or {@code card:esxi3/5}. Only parts
 * that a rig has are understood.
 */
public final class Components {

    private static final List<String> KINDS =
            List.of("array", "card", "controller", "disk", "domain", "host", "lun", "nic", "port", "portal", "switch");

    private final Rig rig;
    private final Map<String, Component> known = new HashMap<>();

    private Components(Rig rig, SortedSet<Component> components) {
        this.rig = rig;
        components.forEach(component -> known.put(component.toString(), component));
    }

    /** Reads one part; when there is none of this name, says which name is near. */
    public static Result<Component> parse(Rig rig, String text) {
        return of(rig).parse(text);
    }

    /** For many questions about one rig. */
    public static Components of(Rig rig) {
        return new Components(rig, new Failing(rig).components());
    }

    /** For many questions about one rig, without following its wires again. */
    public static Components of(Rig rig, Failing failing) {
        return new Components(rig, failing.components());
    }

    /** Reads one part; when there is none of this name, says which name is near. */
    public Result<Component> parse(String text) {
        String typed = text.strip();
        int colon = typed.indexOf(':');
        String kind = colon < 0 ? "" : typed.substring(0, colon);
        String name = typed.substring(colon + 1);
        if (!KINDS.contains(kind) || name.isEmpty()) {
            return Result.failed(ComponentProblem.shape(text, kind, KINDS));
        }
        return Optional.ofNullable(known.get(typed))
                .or(() -> otherName(kind, name))
                .map(Result::ok)
                .orElseGet(() -> Result.failed(ComponentProblem.unknown(typed, known.keySet())));
    }

    private Optional<Component> otherName(String kind, String name) {
        int slash = name.indexOf('/');
        Host host = slash < 0 ? null : rig.hosts().get(name.substring(0, slash));
        if (host == null) {
            return Optional.empty();
        }
        String rest = name.substring(slash + 1);
        return switch (kind) {
            case "card" -> card(host, rest).map(card -> new CardOf(host.name(), card.id()));
            case "nic" -> port(host, rest);
            default -> Optional.empty();
        };
    }

    private static Optional<Card> card(Host host, String name) {
        return host.cards().values().stream()
                .filter(card -> card.id().equals(name) || card.aliases().contains(name))
                .findFirst();
    }

    /** A port as the spec names it: the card, and the number of the port on it, from 0. */
    private static Optional<Component> port(Host host, String name) {
        int slash = name.lastIndexOf('/');
        if (slash < 0 || !name.substring(slash + 1).matches("[0-9]{1,3}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(name.substring(slash + 1));
        return card(host, name.substring(0, slash))
                .flatMap(card -> card.ports().stream()
                        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                        .skip(number)
                        .findFirst())
                .map(port -> new NicPort(host.name(), port));
    }
}

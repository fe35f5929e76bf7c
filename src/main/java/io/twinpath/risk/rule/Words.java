package io.twinpath.risk.rule;

import io.twinpath.rig.Rig;
import io.twinpath.rig.part.Card;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Host;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How findings speak of parts and of many things at once. */
final class Words {

    private Words() {}

    /** Such as {@code the card Mellanox ConnectX-2 (5) of esxi3.lain.local}. */
    static String of(Rig rig, Component component) {
        return switch (component) {
            case Component.NicPort c -> "the port " + c.port() + " of " + c.host();
            case Component.CardOf c -> card(rig, c);
            case Component.SwitchNamed c -> "the switch " + c.name();
            case Component.SwitchPort c -> "the port " + c.port() + " of the switch " + c.name();
            case Component.PortalAt c -> "the portal " + c.ip();
            case Component.ControllerOf c -> "the controller " + c.controller() + " of " + c.array();
            case Component.ArrayNamed c -> "the array " + c.name();
            case Component.DeviceNamed c -> "the unit " + c.device();
            case Component.LocalDisk c -> "the disk " + c.device() + " of " + c.host();
            case Component.HostNamed c -> "the host " + c.name();
            case Component.DomainNamed c -> "the failure domain " + c.name();
        };
    }

    private static String card(Rig rig, Component.CardOf c) {
        Optional<Card> card =
                Optional.ofNullable(rig.hosts().get(c.host())).map(Host::cards).map(cards -> cards.get(c.card()));
        return "the card " + card.map(k -> k.model() + " (" + c.card() + ")").orElse(c.card()) + " of " + c.host();
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String and(Collection<String> items) {
        List<String> list = List.copyOf(items);
        int last = list.size() - 1;
        return last < 1 ? String.join("", list) : String.join(", ", list.subList(0, last)) + " and " + list.get(last);
    }

    /** All names where there are few, else the first three and how many more. */
    static String some(Collection<String> names) {
        List<String> list = List.copyOf(names);
        return list.size() < 5
                ? and(list)
                : String.join(", ", list.subList(0, 3)) + " and " + (list.size() - 3) + " others";
    }

    static String times(int count, String one, String many) {
        return count == 1 ? one : many;
    }
}

package io.twinpath.importer;

import io.twinpath.kind.card.Card;
import io.twinpath.model.Address;
import io.twinpath.model.PortRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The cards of one host under the names that a person would give them: {@code onboard} for what sits on the board, {@code
 * storage_a} and so on for those that carry storage, the slot for the rest.
 *
 * @param names by the addresses under which the cards were found
 * @param ports what the host's own port names are in terms of these
 */
record HostCards(Map<Address, String> names, Map<String, PortRef> ports) {

    private static final Comparator<Map.Entry<Address, Card>> BY_PLACE = Comparator.comparingInt(
                    (Map.Entry<Address, Card> e) ->
                            e.getValue().slot().map(Integer::parseInt).orElse(-1))
            .thenComparing(e -> e.getValue().address().orElse(""))
            .thenComparing(Map.Entry::getKey);

    /** @param storage the ports that carry storage */
    static HostCards of(Map<Address, Card> found, Set<String> storage) {
        List<Map.Entry<Address, Card>> ordered = new ArrayList<>(found.entrySet());
        ordered.sort(BY_PLACE);
        Map<Address, String> names = new LinkedHashMap<>();
        Map<String, PortRef> ports = new TreeMap<>();
        Map<String, Integer> used = new HashMap<>();
        for (Map.Entry<Address, Card> each : ordered) {
            Card card = each.getValue();
            String name = free(role(card, storage), used);
            names.put(each.getKey(), name);
            for (int i = 0; i < card.ports().size(); i++) {
                ports.put(card.ports().get(i).toString(), new PortRef.CardPort(name, i));
            }
        }
        return new HostCards(names, ports);
    }

    private static String role(Card card, Set<String> storage) {
        if (card.slot().isEmpty()) {
            return "onboard";
        }
        boolean carries = card.ports().stream().anyMatch(p -> storage.contains(p.toString()));
        return carries ? "storage" : "slot" + card.slot().orElseThrow();
    }

    /** Storage cards are lettered from the first on, all others are numbered from the second on. */
    private static String free(String role, Map<String, Integer> used) {
        int n = used.merge(role, 1, Integer::sum);
        if (role.equals("storage")) {
            return n <= 26 ? "storage_" + (char) ('a' + n - 1) : "storage_" + n;
        }
        return n == 1 ? role : role + "_" + n;
    }

    PortRef port(PortRef found) {
        return ports.getOrDefault(found.toString(), found);
    }
}

package io.twinpath.lab.site;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiPredicate;

/** Spreads over the trunks that carry one network, as a frame with an unknown destination does. */
final class Flood {

    private final Site site;
    private final String network;
    private final BiPredicate<String, String> carries;

    Flood(Site site, String network, BiPredicate<String, String> carries) {
        this.site = site;
        this.network = network;
        this.carries = carries;
    }

    boolean reaches(String from, String to) {
        Set<String> seen = new HashSet<>(Set.of(from));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String at = open.remove();
            for (Trunk trunk : site.trunks) {
                if (trunk.between().contains(at) && trunk.networks().contains(network)) {
                    trunk.between().stream()
                            .filter(s -> carries.test(s, network) && seen.add(s))
                            .forEach(open::add);
                }
            }
        }
        return seen.contains(to);
    }
}

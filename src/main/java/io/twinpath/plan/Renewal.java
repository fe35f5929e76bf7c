package io.twinpath.plan;

import io.twinpath.model.Address;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Holds a plan of earlier against one of now. Equal facts and an equal spec give equal steps, so that a step which is not there any
 * more comes from another spec, or from nobody's planning.
 */
public final class Renewal {

    private Renewal() {}

    /**
     * The steps of an earlier plan that a plan of now does not have: with the same commands to the same place, wanting the same,
     * and after what they have to wait for.
     *
     * @param now may have more steps
     */
    public static List<Step> lost(Plan earlier, Plan now) {
        Map<Address, Step> today = byAddress(now);
        return earlier.steps().stream()
                .filter(step -> Optional.ofNullable(today.get(step.address()))
                        .filter(other -> same(step, other))
                        .filter(other -> waits(earlier, step).containsAll(common(earlier, waits(now, other))))
                        .isEmpty())
                .toList();
    }

    private static boolean same(Step step, Step other) {
        return step.action() == other.action()
                && step.way().equals(other.way())
                && step.wanted().equals(other.wanted())
                && step.forward().equals(other.forward());
    }

    private static Set<Address> waits(Plan plan, Step step) {
        return step.after().stream()
                .flatMap(id -> plan.step(id).stream())
                .map(Step::address)
                .collect(Collectors.toSet());
    }

    private static Set<Address> common(Plan plan, Set<Address> addresses) {
        Set<Address> known = byAddress(plan).keySet();
        return addresses.stream().filter(known::contains).collect(Collectors.toSet());
    }

    private static Map<Address, Step> byAddress(Plan plan) {
        return plan.steps().stream().collect(Collectors.toMap(Step::address, Function.identity(), (a, b) -> a));
    }
}

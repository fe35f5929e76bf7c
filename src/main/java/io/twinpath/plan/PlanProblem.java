package io.twinpath.plan;

import io.twinpath.model.Address;
import io.twinpath.model.Delta;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Transport;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Everything that planning says to people. */
final class PlanProblem {

    static final String SECRET_NOT_TOLD =
            "The host does not tell the secret that it has now, so it cannot be put back.";
    static final String NO_WAY_BACK = "There is no command that takes this back.";

    private PlanProblem() {}

    static Obstacle noCommand(Address address, Transport transport) {
        return new Obstacle.Unsupported("There is no command over "
                + transport
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace("ssh", "SSH")
                        .replace("api", "the API")
                + " that makes this change of " + address + ".");
    }

    static Obstacle needsWhatGoes(Address needed) {
        return new Obstacle.Unsupported("It needs " + needed + ", which the spec wants to be absent.");
    }

    static Obstacle heldBy(Collection<Address> users, boolean replaced) {
        String who = users.stream().map(Address::toString).collect(Collectors.joining(", "));
        String what = replaced ? "It has to be removed and made again" : "It has to be removed";
        return new Obstacle.Unsupported(what + ", but " + who + (users.size() == 1 ? " stands" : " stand")
                + " on it. Take that away first, in an apply of its own, or leave this as it is.");
    }

    static Obstacle alsoWanted(String claim, Address other, boolean undeclared) {
        return new Obstacle.Unsupported("It takes " + claim + ", which " + other + " has and does not give up."
                + (undeclared
                        ? " The spec does not declare that one: declare it without this, or take it away from there first."
                        : ""));
    }

    static String notThere(Address address) {
        return address + " should be there and is not.";
    }

    static String stillThere(Address address) {
        return address + " should be gone and is still there.";
    }

    static String differs(Collection<Delta> missing) {
        return missing.stream()
                .map(d -> d.path() + " should be " + d.after() + " and is " + d.before() + ".")
                .collect(Collectors.joining(" "));
    }

    static Obstacle circle(Collection<Address> members) {
        String names = members.stream().map(Address::toString).collect(Collectors.joining(", then "));
        return new Obstacle.Unsupported("Each of these changes has to wait for the next one: " + names
                + ". Break the circle with two applies: give something up in the first, take it in the second.");
    }
}

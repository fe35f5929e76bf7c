package io.twinpath.plan;

import io.twinpath.driver.Command;
import io.twinpath.model.Address;
import io.twinpath.model.Delta;
import io.twinpath.model.RiskClass;
import io.twinpath.model.Transport;
import io.twinpath.model.Value;
import io.twinpath.model.Way;
import java.util.List;
import java.util.Set;

/**
 * One change of one resource, ready to be sent.
 *
 * @param id unique in the plan, stable for equal plans: {@code s1}, {@code s2}, …
 * @param address what it changes
 * @param action what it does to it
 * @param deltas what differs now; for people
 * @param wanted what the spec manages of it, with references resolved: must be found when it is read back; {@code None}
 *     when the resource must be gone
 * @param way where it is sent, and how
 * @param forward the exact commands, in order
 * @param reversal how it is undone, from observed state
 * @param after ids of the steps that must have succeeded before
 * @param risk how much it can break
 * @param guards what must still be true right before
 * @param notes what people must know of it, in full sentences
 */
public record Step(
        String id,
        Address address,
        Action action,
        List<Delta> deltas,
        Value wanted,
        Way way,
        List<Command> forward,
        Reversal reversal,
        Set<String> after,
        RiskClass risk,
        List<Guard> guards,
        List<String> notes) {

    public Step {
        deltas = List.copyOf(deltas);
        forward = List.copyOf(forward);
        after = Set.copyOf(after);
        guards = List.copyOf(guards);
        notes = List.copyOf(notes);
        if (forward.isEmpty()) {
            throw new IllegalArgumentException("a step sends something: " + id);
        }
        if (address.host().filter(host -> !host.equals(way.place())).isPresent()) {
            throw new IllegalArgumentException("what a host has is changed on that host: " + address);
        }
    }

    /** Where it is sent: a host, or vCenter. */
    public String place() {
        return way.place();
    }

    public Transport transport() {
        return way.transport();
    }

    /** What a step does to its resource; the sign is how plans print it. */
    public enum Action {
        CREATE("+"),
        UPDATE("~"),
        REPLACE("±"),
        DELETE("-");

        private final String sign;

        Action(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }
}

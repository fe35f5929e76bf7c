package io.twinpath.kind.firewall;

import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import java.util.Optional;

/**
 * The firewall of a host.
 *
 * @param loaded whether its module is there; without it nothing is filtered, whatever the rest says
 * @param sshOpen whether the ruleset of the SSH server is enabled
 */
public record Firewall(
        @Doc("Whether it filters at all.") Optional<Boolean> enabled,

        @Doc("What becomes of packets that no ruleset speaks of.")
        Optional<DefaultAction> defaultAction,

        @FoundOnly Optional<Boolean> loaded,
        @FoundOnly Optional<Boolean> sshOpen)
        implements Desired {

    /** What becomes of a packet that no ruleset speaks of. */
    public enum DefaultAction {
        PASS,
        DROP
    }

    /** Whether what no ruleset lets through is lost. */
    boolean closed() {
        return enabled.orElse(true) && defaultAction.orElse(DefaultAction.DROP) == DefaultAction.DROP;
    }
}

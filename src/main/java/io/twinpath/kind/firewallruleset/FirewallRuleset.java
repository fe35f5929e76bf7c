package io.twinpath.kind.firewallruleset;

import io.twinpath.model.Cidr;
import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import java.util.Optional;
import java.util.SortedSet;

/**
 * One ruleset of the firewall.
 *
 * @param switchable whether a person may enable and disable it; hosts before 8.0 Update 2 do not tell
 * @param restrictable whether a person may say who is allowed
 */
public record FirewallRuleset(
        @Doc("Whether it lets anything through.") Optional<Boolean> enabled,

        @Doc("Whether every address is allowed.") Optional<Boolean> allowedAll,

        @Doc("The addresses and networks that are allowed, exactly these and then no others.")
        Optional<SortedSet<Cidr>> allowedIps,

        @FoundOnly Optional<Boolean> switchable,
        @FoundOnly Optional<Boolean> restrictable)
        implements Desired {}

/**
 * The firewall of a host as a whole: whether it is on, and what happens to packets that no ruleset lets through. The rulesets
 * are a kind of their own, {@code firewall_ruleset}.
 *
 * <p>Closing goes last: rulesets that are to open are opened before the default becomes {@code drop}. Never closed while the
 * ruleset of SSH is: that would be the way back. Not managed: rulesets of one's own making, which are files.
 *
 * <p>SSH: {@code network firewall get|set|load}. API: {@code UpdateDefaultPolicy}; whether the firewall is on is not told.
 */
@NullMarked
package io.twinpath.kind.firewall;

import org.jspecify.annotations.NullMarked;

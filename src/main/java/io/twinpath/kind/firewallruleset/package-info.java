/**
 * The rulesets of a host's firewall: which are open, and to whom.
 *
 * <p>They come with ESXi and its services, so none is made or removed here. A list of addresses counts only while not all
 * addresses are allowed, and a host tells it only then; what lies under {@code All} is not known. New addresses are let in
 * before old ones are shut out. {@code sshServer} is never closed: it is the way back.
 *
 * <p>SSH: {@code network firewall ruleset list|set}, {@code … allowedip list|add|remove}. Since 8.0 Update 2 some rulesets
 * belong to the system and say so. API: {@code HostFirewallSystem.UpdateRuleset}.
 */
@NullMarked
package io.twinpath.kind.firewallruleset;

import org.jspecify.annotations.NullMarked;

/**
 * Port groups of standard virtual switches: VLAN, and what they override of the switch's teaming and security.
 *
 * <p>An override that says what the switch says is still an override: it stays when the switch changes. Not managed: traffic
 * shaping. A port group cannot move to another switch; it is removed and made again.
 *
 * <p>SSH: {@code network vswitch standard portgroup list|add|set|remove}, {@code … policy failover|security get|set}; {@code
 * --use-vswitch} drops all overrides of a policy together. API: {@code AddPortGroup}, {@code UpdatePortGroup}, {@code
 * RemovePortGroup}.
 */
@NullMarked
package io.twinpath.kind.portgroup;

import org.jspecify.annotations.NullMarked;

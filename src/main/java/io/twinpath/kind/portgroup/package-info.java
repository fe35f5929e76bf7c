/**
 * Port groups of standard virtual switches: VLAN, and what they override of the switch's teaming, security and shaping.
 *
 * <p>An override that says what the switch says is still an override: it stays when the switch changes. {@code inherit}
 * says in which policies there is to be none. A port group cannot move to another switch; it is removed and made again.
 *
 * <p>SSH: {@code network vswitch standard portgroup list|add|set|remove}, {@code … policy failover|security|shaping get|set}; {@code
 * --use-vswitch} drops all overrides of a policy together. API: {@code AddPortGroup}, {@code UpdatePortGroup}, {@code
 * RemovePortGroup}.
 */
@NullMarked
package io.twinpath.kind.portgroup;

import org.jspecify.annotations.NullMarked;

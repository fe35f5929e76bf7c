/**
 * Standard virtual switches: uplinks, MTU, CDP, teaming, security and shaping. Their port groups are a kind of their own.
 *
 * <p>Uplinks are a set, because ESXi prints them in the order of adding; the failover order is where order counts. Not
 * managed: number of ports (given only when a switch is made), beacon intervals (esxcli shows and does not set them),
 * distributed switches. Refused: taking the last uplink away from a switch that has one.
 *
 * <p>SSH: {@code network vswitch standard list|add|set|remove}, {@code … uplink add|remove}, {@code … policy failover|security|shaping
 * get|set}. API: {@code AddVirtualSwitch}, {@code UpdateVirtualSwitch} (the whole specification at once), {@code
 * RemoveVirtualSwitch}.
 */
@NullMarked
package io.twinpath.kind.vswitch;

import org.jspecify.annotations.NullMarked;

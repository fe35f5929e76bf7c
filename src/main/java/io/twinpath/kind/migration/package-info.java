/**
 * Where the ports and interfaces of one host go when they change between standard and distributed switches: one call that
 * carries them all, so that none is left without its uplinks on the way. No spec declares it. It follows from what a spec says
 * of distributed switches, virtual switches and interfaces, which leave their part of the change to it; {@code rig.lifeline.Moves}
 * works it out.
 *
 * <p>Whatever it moves to must be there when it is planned: the host belongs to the distributed switch, and port groups and
 * virtual switches exist. So those are made in an apply before, which cuts nobody off. Not managed: whether the two port groups
 * are the same network. Standard port groups keep an order of their own that names a port which has left.
 *
 * <p>SSH: nothing. A host's esxcli has no call that does both sides at once. API: {@code HostNetworkSystem.UpdateNetworkConfig}
 * in mode {@code modify} with the parts {@code vswitch}, {@code proxySwitch} and {@code vnic}, each specification whole.
 */
@NullMarked
package io.twinpath.kind.migration;

import org.jspecify.annotations.NullMarked;

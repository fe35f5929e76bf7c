/**
 * Distributed switches: uplinks by name, MTU, discovery of neighbours, and the hosts that belong to it with their ports.
 *
 * <p>A switch is made in a datacenter and changed with the version that was read, so that nobody's change is lost. Hosts and
 * ports are added only. Not done, and refused with the reason: to take a host or a port away, and to take a port that a
 * standard switch has. Either can cut the management network or storage, and must become one step that goes back by itself,
 * together with the vmkernel adapters that move; vCenter's own rollback of networks covers a part of it.
 *
 * <p>SSH: nothing, a host does not decide about it. API, at vCenter: {@code CreateDVS_Task}, {@code ReconfigureDvs_Task},
 * {@code Destroy_Task}.
 */
@NullMarked
package io.twinpath.kind.dvs;

import org.jspecify.annotations.NullMarked;

/**
 * Distributed switches: uplinks by name, MTU, discovery of neighbours, and the hosts that belong to it with their ports.
 *
 * <p>A switch is made in a datacenter and changed with the version that was read, so that nobody's change is lost. Hosts and
 * free ports are added only. A port that a standard switch has, and one that goes back to it, are left to {@code migration},
 * which moves them together with the interfaces that need them. Not done, and refused with the reason: to take a host away, or
 * a port that no other switch is to have.
 *
 * <p>SSH: nothing, a host does not decide about it. API, at vCenter: {@code CreateDVS_Task}, {@code ReconfigureDvs_Task},
 * {@code Destroy_Task}.
 */
@NullMarked
package io.twinpath.kind.dvs;

import org.jspecify.annotations.NullMarked;

/**
 * The SNMP agent of a host.
 *
 * <p>Communities, trap targets (which hold one) and the hashes of users are secrets, given by reference and sent late. A host
 * tells them all in clear; what is kept of its answer is how many there are. So they are set where the host has none, and a
 * changed secret is not noticed: change something else with it, or reset the agent first. A change of a secret cannot be taken
 * back. {@code state: absent} brings the agent back to how it comes. Not managed: remote users, and the source of hardware events.
 *
 * <p>SSH: {@code system snmp get|set}. API: {@code HostSnmpSystem}, for whether it is on and its port.
 */
@NullMarked
package io.twinpath.kind.snmp;

import org.jspecify.annotations.NullMarked;

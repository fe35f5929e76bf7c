/**
 * The host's own network interfaces: addresses, MTU, services, TCP/IP stack.
 *
 * <p>Changes are made in place where ESXi can, because an interface that is made again gets another MAC address. Another port
 * group or network stack needs that. On a distributed switch an interface is changed like any other
 * and not made; it gets there and back by {@code migration}. Not managed: the IPv6 gateway, tags that are not known. Refused: whatever takes the management service away, for good or while an interface is made again, because there is
 * no way back from that over the network.
 *
 * <p>SSH: {@code network ip interface list|add|set|remove}, {@code … ipv4 get|set}, {@code … ipv6 get|set},
 * {@code … ipv6 address list|add|remove}, {@code … tag get|add|remove}. API: {@code
 * AddVirtualNic}, {@code UpdateVirtualNic}, {@code SelectVnicForNicType}.
 */
@NullMarked
package io.twinpath.kind.vmkernel;

import org.jspecify.annotations.NullMarked;

/**
 * The ports of network cards: up or down, negotiated or fixed speed and duplex. The name of such a resource is the port.
 *
 * <p>Not managed: MTU (the virtual switch sets it), offloads, ring sizes, drivers.
 *
 * <p>SSH: {@code network nic list}, {@code nic get} for negotiation, {@code nic set|up|down}. API: {@code
 * UpdatePhysicalNicLinkSpeed}; it cannot set a port down.
 */
@NullMarked
package io.twinpath.kind.nic;

import org.jspecify.annotations.NullMarked;

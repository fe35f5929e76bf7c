/**
 * TCP/IP stacks beside the default one: whether they exist. An interface is put on a stack when it is made.
 *
 * <p>The stacks that vSphere knows by name, {@code vmotion} and {@code vSphereProvisioning}, are made like any other. Not
 * managed: a stack's congestion control, its greatest number of connections and its IPv6 switch. Refused: removing the default
 * stack. Routes and DNS of a stack belong to kinds of their own.
 *
 * <p>SSH: {@code network ip netstack list|add|remove}. API: {@code UpdateNetworkConfig} with {@code netStackSpec}.
 */
@NullMarked
package io.twinpath.kind.netstack;

import org.jspecify.annotations.NullMarked;

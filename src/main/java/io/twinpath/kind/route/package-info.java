/**
 * Static routes, the default gateway among them.
 *
 * <p>A route is named by its network as the host lists it, {@code default} for all of IPv4 and {@code ::/0} for all of IPv6, and
 * by its TCP/IP stack when that is not the default one: {@code 10.30.0.0/16}, {@code default@vmotion}. A stack has one
 * default gateway, so a new one takes the old one's place in one command; of any other network the new route is there before
 * the old one goes. Not managed: routes of an interface to its own network, and those that a server or router told.
 *
 * <p>SSH: {@code network ip route ipv4|ipv6 list|add|remove}. API: {@code UpdateIpRouteConfig} for default
 * gateways, {@code UpdateIpRouteTableConfig}, and {@code UpdateNetworkConfig} for other stacks; who made a route is not told.
 */
@NullMarked
package io.twinpath.kind.route;

import org.jspecify.annotations.NullMarked;

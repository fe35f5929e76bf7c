/**
 * Names and name resolution: what the host calls itself, the name servers that it asks and the domains that it tries, for the
 * default TCP/IP stack and for others.
 *
 * <p>Servers and domains are asked in their order, so a list is wanted in exactly its order. A host takes new ones at the end
 * only; those that stand wrong are taken out and added again, and some server is there all the time. Not managed: taking DNS
 * from DHCP, and {@code /etc/hosts}.
 *
 * <p>SSH: {@code system hostname get|set}, {@code network ip dns server|search list|add|remove}. API: {@code
 * UpdateDnsConfig}, and {@code UpdateNetworkConfig} for other stacks; whole configurations.
 */
@NullMarked
package io.twinpath.kind.dns;

import org.jspecify.annotations.NullMarked;

/**
 * Port groups of distributed switches: VLAN, failover order, security.
 *
 * <p>A port group is changed with the version that was read. A setting that is set here is the port group's own; what the spec
 * leaves out it goes on inheriting from its switch. The ports that carry uplinks are a port group of the server's own and are
 * not managed.
 *
 * <p>SSH: nothing, a host does not decide about it. API, at vCenter: {@code AddDVPortgroup_Task}, {@code
 * ReconfigureDVPortgroup_Task}, {@code Destroy_Task}.
 */
@NullMarked
package io.twinpath.kind.dvportgroup;

import org.jspecify.annotations.NullMarked;

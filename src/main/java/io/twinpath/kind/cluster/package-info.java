/**
 * Clusters: HA, VM Component Protection, DRS, rules and groups, and that their hosts belong to them.
 *
 * <p>All changes are one {@code ReconfigureComputeResource_Task} with {@code modify} set: without it everything that is not
 * sent would go back to its default. Objects inside it, such as the default settings of virtual machines, are sent whole, as
 * read and changed. Lists are sent as what is added, edited and removed. Options of HA and DRS that the spec does not name
 * stay; how one is deleted is not documented, so an empty value is refused.
 *
 * <p>A host that vCenter has in another cluster is moved when it is in maintenance mode ({@code MoveInto_Task}). Not done:
 * making a cluster, adding a host to vCenter, which needs its password, and taking a host out of a cluster.
 *
 * <p>{@code threshold} is the slider of vCenter's pages, 5 for the most moves; the API's {@code vmotionRate} counts the other
 * way round. How long a <em>host</em> waits before it counts all paths as lost is no setting of a cluster: the API takes
 * {@code enableAPDTimeoutForHosts} and never tells it. It is {@code advanced: {Misc.APDHandlingEnable: 1, Misc.APDTimeout: 140}}
 * of each host; {@code apd_delay} counts from its end.
 *
 * <p>SSH: nothing, a host does not know its cluster. API: {@code ClusterComputeResource.configurationEx}, {@code
 * ReconfigureComputeResource_Task}, {@code MoveInto_Task}, at vCenter.
 */
@NullMarked
package io.twinpath.kind.cluster;

import org.jspecify.annotations.NullMarked;

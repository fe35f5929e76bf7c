/**
 * Clusters: their hosts, HA and DRS. Not applied yet: there are no words for it over SSH; over the API it is {@code
 * ReconfigureComputeResource_Task}.
 */
@NullMarked
package io.twinpath.kind.cluster;

import org.jspecify.annotations.NullMarked;

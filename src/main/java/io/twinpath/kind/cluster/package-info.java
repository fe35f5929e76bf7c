/**
 * Clusters with HA and DRS.
 */
@NullMarked
package io.twinpath.kind.cluster;

import org.jspecify.annotations.NullMarked;

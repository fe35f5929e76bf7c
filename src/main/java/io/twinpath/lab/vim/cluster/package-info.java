/**
 * Clusters, maintenance mode and distributed switches as the API shows and changes them.
 *
 * <p>What HA and DRS do is {@code lab.site}'s to say; here are their settings.
 */
@NullMarked
package io.twinpath.lab.vim.cluster;

import org.jspecify.annotations.NullMarked;

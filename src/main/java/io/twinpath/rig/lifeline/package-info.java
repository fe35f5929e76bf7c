/**
 * Changes of a host's network that a plan must not make, because they would cut the host off or leave storage without a way.
 * Pure.
 *
 * <p>Here belongs what several changes of one host together would do to its own interfaces. What the failure of a part would do
 * to a site belongs to {@link io.twinpath.rig}.
 */
@NullMarked
package io.twinpath.rig.lifeline;

import org.jspecify.annotations.NullMarked;

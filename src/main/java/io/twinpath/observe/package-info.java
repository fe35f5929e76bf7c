/**
 * From addresses to a {@link io.twinpath.model.Snapshot}: asks hosts in parallel what the kinds want to know, in at most
 * two round trips each, over sessions that can only read. A census adds whatever a host has that no address names. What an
 * answer means is the kinds' business.
 */
@NullMarked
package io.twinpath.observe;

import org.jspecify.annotations.NullMarked;

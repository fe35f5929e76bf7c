/**
 * From a spec and facts to a {@link io.twinpath.rig.Rig}: as a site is, as it will be after a plan, as its spec wants it, or as its spec alone
 * says. Pure.
 *
 * <p>Here belongs how resources become parts: names of ports, failover orders after overrides, which paths are to be expected. What follows
 * when a part fails belongs to {@link io.twinpath.rig}.
 */
@NullMarked
package io.twinpath.rig.build;

import org.jspecify.annotations.NullMarked;

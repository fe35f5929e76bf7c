/**
 * What breaks when something breaks: a pure model of who depends on what, and the one function that everything else asks.
 *
 * <p>{@link io.twinpath.rig.Rig} is the site as parts ({@link io.twinpath.rig.part}), built from a spec and from facts by {@code
 * rig.build}. {@code Failing} works out what the failure of parts does to it. Analysis, readiness and the proof of plans all ask this one function; the
 * simulated site of {@code lab} works out its own consequences and is never asked here, so that their agreement means something.
 *
 * <p>Here belongs what follows from the documented rules of ESXi and vSphere HA alone. Which consequences matter to a site, and how much,
 * belongs to {@code risk}.
 */
@NullMarked
package io.twinpath.rig;

import org.jspecify.annotations.NullMarked;

/**
 * What breaks when something breaks: a pure model of who depends on what, and the one function that everything else asks.
 *
 * <p>{@link io.twinpath.rig.Rig} is the site as parts ({@link io.twinpath.rig.part}), built from a spec and from facts by {@code
 * rig.build}. {@code Failing} works out what the failure of parts does to it. Analysis, readiness and the proof of plans all ask this one function; the
 * simulated site of {@code lab} works out its own consequences and is never asked here, so that their agreement means something.
 *
 * <p>How it works. {@code Site} follows all wires once: each host becomes a {@code Circuit} of numbered ports, teams, sessions, paths and
 * datastores, and names every part that its state can depend on; the reverse of that is an index from a part to the hosts that it
 * touches. A question evaluates the touched hosts alone ({@code Standing}), and then the clusters of those that changed: {@code Plight}
 * is what befalls a machine, {@code Turn} and {@code Restarts} are what HA does about it. Sentences ({@code Reasons}, {@code
 * Obstacles}, {@code Timeline}, {@code Reliance}) are made only for what is told. So a question costs the ports and paths of the touched
 * hosts, and for each machine in trouble at most one look at each host of its cluster.
 *
 * <p>Here belongs what follows from the documented rules of ESXi and vSphere HA alone. Which consequences matter to a site, and how much,
 * belongs to {@code risk}.
 */
@NullMarked
package io.twinpath.rig;

import org.jspecify.annotations.NullMarked;

/**
 * What breaks when something breaks: a pure model of who depends on what, and the one function that everything else asks.
 *
 * <p>{@link io.twinpath.rig.Rig} is the site as parts ({@link io.twinpath.rig.part}), built from a spec and from facts by {@code
 * rig.build}. {@code Failing} works out what the failure of parts does to it. Analysis, readiness and the proof of plans all ask this one function; the
 * simulated site of {@code lab} works out its own consequences and is never asked here, so that their agreement means something.
 *
 * <p>How it works. {@code Site} follows all wires once: each host becomes a {@code Circuit} of numbered ports, teams, sessions, paths and
 * datastores, and names every part that its state can depend on; the reverse of that is an index from a part to the hosts that it
 * touches. Of the physical switches a host names only those on a way that its frames can take ({@code Routes}). A question evaluates the
 * touched hosts alone ({@code Standing}, an {@code Aftermath}), and takes HA's turn anew only in the pools of hosts that changed in what HA looks
 * at: {@code Plight} is what befalls a machine, {@code Turn} and {@code Restarts} are what HA does about it, {@code Takers} which hosts can take
 * all machines that need the same. {@code Loss} answers whether anything is lost, without a word; {@code Telling} makes the
 * sentences ({@code Reasons}, {@code Obstacles}, {@code Timeline}, {@code Reliance}). {@code CutSets} puts pairs to the test that meet on a host or in a pool.
 *
 * <p>What it costs, with h hosts of p ports and paths and m machines each, c hosts to a cluster, and d different needs of machines in a cluster:
 *
 * <ul>
 *   <li>following the wires: h·p, once for a rig;
 *   <li>whether a failure harms, when it touches t hosts: t·p, and if HA has to act on a of their machines, at most c·d looks at hosts and a·c
 *       comparisons of room;
 *   <li>telling it: t·(p + m) sentences or fewer, and a·c reasons of hosts that take nobody;
 *   <li>all single failures: the sum over parts of what each touches, that is h times the parts of a host and of what it shares with others, and not the
 *       product of all parts and all hosts;
 *   <li>all pairs: for each host the square of the parts that touch it, for each pool the square of those that change a host of it.
 * </ul>
 *
 * <p>Here belongs what follows from the documented rules of ESXi and vSphere HA alone. Which consequences matter to a site, and how much,
 * belongs to {@code risk}.
 */
@NullMarked
package io.twinpath.rig;

import org.jspecify.annotations.NullMarked;

/**
 * Where the virtual machines of a host can go: what a vCenter told about them and about the other hosts of the cluster, as
 * plain values, and the decision for each machine: a host, or what keeps it. Pure; the verb {@code evacuate} asks and moves.
 *
 * <p>What can be told from the inventory is told here, so that it has names that people can act on: the disk on a local
 * datastore, the device that is passed through. Everything else the server knows better; its own checks are asked for each
 * move that is decided, and what they refuse goes into the next decision.
 */
@NullMarked
package io.twinpath.evacuate;

import org.jspecify.annotations.NullMarked;

/**
 * A site as it is drawn: parts in layers, lines between them, and what a failure has made of each.
 *
 * <p>{@link io.twinpath.graph.Graph} is made from a rig and from what the rig says about a failure. {@code Fold} draws what is alike
 * once, {@code Layout} gives everything a place. Pure and without any words of a format; how it looks is the business of {@code
 * report.picture}. Nothing here decides what breaks: which paths, datastores, hosts and machines are lost is taken from the rig's
 * answer, and only the links between, of which that does not speak, are followed here.
 */
@NullMarked
package io.twinpath.graph;

import org.jspecify.annotations.NullMarked;

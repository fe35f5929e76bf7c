/**
 * Measurements from where Twinpath runs: what no host can tell of itself. Every one is asked for by a person, bounded in
 * time, and changes nothing; a plan can be accompanied by one, and never follows from it.
 *
 * <p>Not here: what a host says ({@code observe}), and how it is shown ({@code report}).
 */
@NullMarked
package io.twinpath.probe;

import org.jspecify.annotations.NullMarked;

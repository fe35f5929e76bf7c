/**
 * Twinpath as a library: {@link io.twinpath.Twinpath} opens a {@link io.twinpath.Project}, which is connected to a
 * {@link io.twinpath.Site} to look at it, plan and apply. It connects the stages and decides nothing that a stage decides; the command
 * line goes through it. Nothing here writes to the terminal, ends the process, or keeps state between calls.
 *
 * <p>What these types lead to is the API of Twinpath: {@code src/api/} lists it, and a test compares. Everything else is public for the
 * compiler's sake and may change at any time.
 */
@NullMarked
package io.twinpath;

import org.jspecify.annotations.NullMarked;

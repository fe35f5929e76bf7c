/**
 * Runs a plan: lock, check that nothing moved, send, read back, report. Also keeps saved plans as files.
 *
 * <p>Nothing is decided here that the plan has not decided. What is shown to people belongs to {@code report} and
 * {@code cli}, which listen to {@link io.twinpath.execute.Event}s.
 */
@NullMarked
package io.twinpath.execute;

import org.jspecify.annotations.NullMarked;

/**
 * Saved plans as text: JSON that carries its own digest, and a strict reader of it.
 *
 * <p>Text only; files are opened and written by {@code execute}. What a plan means belongs to {@code plan}.
 */
@NullMarked
package io.twinpath.plan.file;

import org.jspecify.annotations.NullMarked;

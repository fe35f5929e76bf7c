/**
 * What a change of a project means: two specs in, the differences between what they want out, each with its cause.
 *
 * <p>Pure: no I/O, no clock. Where the two specs come from belongs to {@code git} and {@code spec}; what a change does to a
 * live site, which has to be read for that, belongs to {@code diff}.
 */
@NullMarked
package io.twinpath.review;

import org.jspecify.annotations.NullMarked;

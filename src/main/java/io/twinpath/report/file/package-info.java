/**
 * A {@link io.twinpath.report.Report} in the formats that other programs read: one class for each. Pure views; what a verb
 * found out is decided before, and where the text goes is decided by {@code cli}.
 */
@NullMarked
package io.twinpath.report.file;

import org.jspecify.annotations.NullMarked;

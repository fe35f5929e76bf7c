/**
 * What can be wrong, and where: spans, diagnostics and the results that carry them.
 *
 * <p>Values only. How a diagnostic is drawn belongs to {@code report}; what may be wrong belongs to each stage.
 */
@NullMarked
package io.twinpath.diag;

import org.jspecify.annotations.NullMarked;

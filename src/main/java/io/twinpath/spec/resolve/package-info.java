/**
 * From merged trees to typed resources: placements, names, references and claims.
 *
 * <p>What a kind means stays with the kind; this package only asks it.
 */
@NullMarked
package io.twinpath.spec.resolve;

import org.jspecify.annotations.NullMarked;

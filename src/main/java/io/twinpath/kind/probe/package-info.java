/**
 * Questions to services themselves, declared for checks of the origin instead of a cache.
 */
@NullMarked
package io.twinpath.kind.probe;

import org.jspecify.annotations.NullMarked;

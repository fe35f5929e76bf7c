/**
 * Storage arrays.
 */
@NullMarked
package io.twinpath.kind.array;

import org.jspecify.annotations.NullMarked;

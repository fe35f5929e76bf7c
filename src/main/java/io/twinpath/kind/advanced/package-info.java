/**
 * Advanced settings.
 */
@NullMarked
package io.twinpath.kind.advanced;

import org.jspecify.annotations.NullMarked;

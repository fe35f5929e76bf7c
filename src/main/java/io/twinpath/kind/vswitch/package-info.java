/**
 * Standard virtual switches.
 */
@NullMarked
package io.twinpath.kind.vswitch;

import org.jspecify.annotations.NullMarked;

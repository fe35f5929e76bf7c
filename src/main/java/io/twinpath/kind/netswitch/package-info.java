/**
 * Physical switches and the wiring.
 */
@NullMarked
package io.twinpath.kind.netswitch;

import org.jspecify.annotations.NullMarked;

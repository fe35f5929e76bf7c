/**
 * Virtual machines.
 */
@NullMarked
package io.twinpath.kind.vm;

import org.jspecify.annotations.NullMarked;

/**
 * Physical switches and the wiring, declared so that failure domains are known. Never changed. The kind is called {@code
 * switch}, which is no name for a package.
 */
@NullMarked
package io.twinpath.kind.netswitch;

import org.jspecify.annotations.NullMarked;

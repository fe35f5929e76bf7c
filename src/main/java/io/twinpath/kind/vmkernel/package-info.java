/**
 * The host's own network interfaces.
 */
@NullMarked
package io.twinpath.kind.vmkernel;

import org.jspecify.annotations.NullMarked;

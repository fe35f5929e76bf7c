/**
 * Probes of services.
 */
@NullMarked
package io.twinpath.kind.probe;

import org.jspecify.annotations.NullMarked;

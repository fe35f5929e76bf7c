/**
 * Virtual machines: placement, reservations, latency sensitivity, advanced settings, overrides of HA and DRS. Not applied
 * yet: over the API it is {@code ReconfigVM_Task} and {@code RelocateVM_Task}.
 */
@NullMarked
package io.twinpath.kind.vm;

import org.jspecify.annotations.NullMarked;

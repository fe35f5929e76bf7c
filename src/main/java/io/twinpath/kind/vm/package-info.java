/**
 * Virtual machines: placement, reservations, latency sensitivity, advanced settings, overrides of HA and DRS. Not done: making
 * and deleting one, and moving one to another cluster.
 *
 * <p>SSH: nothing. API: {@code ReconfigVM_Task} and {@code RelocateVM_Task}; the power calls only where the spec allows them.
 */
@NullMarked
package io.twinpath.kind.vm;

import org.jspecify.annotations.NullMarked;

/**
 * From a spec and a snapshot to changes: which ports are meant, what differs, what is in the way.
 *
 * <p>Pure: no I/O, no clock. In which order changes are made and with which calls belongs to {@code plan}; what a field
 * means belongs to {@code kind}.
 */
@NullMarked
package io.twinpath.diff;

import org.jspecify.annotations.NullMarked;

/**
 * From changes to a plan: ordered, guarded steps with the exact calls that will be sent. A plan is a value; nothing is
 * decided after it is made. Pure: no I/O, no clock.
 */
@NullMarked
package io.twinpath.plan;

import org.jspecify.annotations.NullMarked;

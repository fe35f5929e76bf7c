/**
 * Port groups of standard virtual switches.
 */
@NullMarked
package io.twinpath.kind.portgroup;

import org.jspecify.annotations.NullMarked;

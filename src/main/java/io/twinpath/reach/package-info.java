/**
 * How the places of a project are reached: where each listens, by the spec or by the endpoints of a simulated site, and the drivers
 * that lead there. What a driver says on the wire belongs to its own package; what is done over it to those who ask.
 */
@NullMarked
package io.twinpath.reach;

import org.jspecify.annotations.NullMarked;

/**
 * The ports of network cards: up or down, speed and duplex.
 */
@NullMarked
package io.twinpath.kind.nic;

import org.jspecify.annotations.NullMarked;

/**
 * Whether virtual machines can leave their host: move while they run, and restart elsewhere when it is gone; where to, and what
 * keeps them, host by host. Who fits where is decided by {@code evacuate}, which also moves them, so that both say the same.
 */
@NullMarked
package io.twinpath.risk.readiness;

import org.jspecify.annotations.NullMarked;

/**
 * The ways from a host to its storage, as the host itself lists them: each path with the VMkernel interface, port group and
 * NIC that carry it. Read-only; for people, and for saying what a repair changed. What would happen if a part failed is not
 * asked here.
 */
@NullMarked
package io.twinpath.observe.path;

import org.jspecify.annotations.NullMarked;

/**
 * The NIC models that Twinpath knows: {@code hardware/nics.yml} among the resources, and the inventory's {@code hardware} key
 * in the same form.
 */
@NullMarked
package io.twinpath.spec.hardware;

import org.jspecify.annotations.NullMarked;

/**
 * The files in which a project keeps what its servers have to prove themselves with. What a line means is said by the way in
 * that reads it: {@code driver.ssh} for host keys, {@code driver.api} for certificates.
 */
@NullMarked
package io.twinpath.driver.pin;

import org.jspecify.annotations.NullMarked;

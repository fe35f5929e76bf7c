/**
 * The port to hosts: what can be asked and sent, and what comes back. Data and interfaces; no I/O.
 *
 * <p>A {@link io.twinpath.driver.Query} can only read and is all that a {@link io.twinpath.driver.Reader} takes, so that
 * planning cannot change a host. Most calls are of esxcli, or of the vSphere API
 * with the words of {@link io.twinpath.driver.vim}. The few settings that it has no word for have closed lists of
 * their own: {@link io.twinpath.driver.HostFile files} and {@link io.twinpath.driver.ProgramQuery programs}. Adapters live in
 * {@code driver.ssh}, {@code driver.api} and {@code driver.replay}.
 */
@NullMarked
package io.twinpath.driver;

import org.jspecify.annotations.NullMarked;

/**
 * Hosts over SSH: connections, trust, framing and quoting. The only place that knows JSch.
 *
 * <p>One connection per host, kept until the driver closes; one script per round trip. What the words of a call mean
 * belongs to the kinds, what an answer means to {@code driver.esxcli}.
 */
@NullMarked
package io.twinpath.driver.ssh;

import org.jspecify.annotations.NullMarked;

/**
 * A host's support bundle, as {@code vm-support} writes it, in the place of the host: the outputs of {@code localcli} in its
 * folders {@code commands} and {@code json} answer queries. Read in memory and within bounds; nothing is unpacked to a disk.
 *
 * <p>Not here: logs and configuration files of a bundle. A bundle cannot be changed.
 */
@NullMarked
package io.twinpath.driver.bundle;

import org.jspecify.annotations.NullMarked;

/**
 * Software packages (VIBs) of a host: which are there, and in which versions. Drivers are packages.
 *
 * <p>Declaring a package asks whether it is there; it is installed or updated only when the spec also says from where, and
 * removed only with {@code state: absent}. The host's own checks stay on: nothing is forced, no signature is left unchecked, and
 * what it refuses is quoted. Often a package counts from the next start on: then the image of that start is what is compared.
 * Twinpath restarts no host. Not managed: image profiles, components and cluster images.
 *
 * <p>SSH: {@code software vib list|install|update|remove}. API: {@code fetchSoftwarePackages} lists, nothing installs.
 */
@NullMarked
package io.twinpath.kind.vib;

import org.jspecify.annotations.NullMarked;

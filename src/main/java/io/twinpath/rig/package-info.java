/**
 * Who depends on what on a host: interface on port group on virtual switch on uplink. Pure; the only place beside the list of
 * kinds that knows several kinds at once.
 *
 * <p>Here belongs what follows from several resources together, such as that a change cuts the host's management. In which
 * order changes are made belongs to {@code plan}; what one resource may be to its kind.
 */
@NullMarked
package io.twinpath.rig;

import org.jspecify.annotations.NullMarked;

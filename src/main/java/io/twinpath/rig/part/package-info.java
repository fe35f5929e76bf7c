/**
 * The parts of a site as the rig sees them, and nothing else of them: who hangs on whom. Values only; nothing here fails.
 *
 * <p>Parts name each other by names, not by references, so that a site can be built in any order and compared. A name that no
 * part bears is no error: it is a wire that nobody declared, and whoever follows it says so as an {@link
 * io.twinpath.rig.part.Assumption}.
 */
@NullMarked
package io.twinpath.rig.part;

import org.jspecify.annotations.NullMarked;

/**
 * The managed objects of a simulated vCenter and of the simulated hosts' own agents: what their properties hold, worked out
 * from the site when somebody asks, and what their methods do to it.
 *
 * <p>A managed object is one file: a {@code ManagedObject} and the line in {@code Catalogue} that finds it. All that is asked
 * and done happens under the lock of the lab; what waits does so outside of it. No sockets and no XML text here, and no
 * rules of the network or of storage: those are {@code lab.site}'s, the same for SSH.
 */
@NullMarked
package io.twinpath.lab.vim;

import org.jspecify.annotations.NullMarked;

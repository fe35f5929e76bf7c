/**
 * What a host is and has at this moment: processors, memory, devices, paths, volumes, links, running machines and what its
 * ports are plugged into. Only read, and only when somebody reasons about failures.
 *
 * <p>What a spec can want of a host is other kinds' business; nothing here is wanted, compared or imported.
 */
@NullMarked
package io.twinpath.kind.host;

import org.jspecify.annotations.NullMarked;

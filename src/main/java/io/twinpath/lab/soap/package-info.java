/**
 * The wire of the vSphere API as a server speaks it: TLS, HTTP, envelopes, faults, and values as elements.
 *
 * <p>Nothing here knows a managed object or a site; {@code lab.vim} does. What comes in is a tree of {@link Element}, what
 * goes out a tree of {@link Value}: the two differ because a server knows the type of what it sends, and works out only
 * what it is asked for.
 */
@NullMarked
package io.twinpath.lab.soap;

import org.jspecify.annotations.NullMarked;

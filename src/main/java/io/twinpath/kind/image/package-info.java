/**
 * The acceptance level of a host: how far the makers of the packages that it takes must be vouched for.
 *
 * <p>The host refuses to raise its level while a package of a lower one is installed, and names it. Not managed: the packages
 * themselves (they are kinds of their own), image profiles, depots.
 *
 * <p>SSH: {@code software acceptance get|set}. API: {@code UpdateHostImageAcceptanceLevel}.
 */
@NullMarked
package io.twinpath.kind.image;

import org.jspecify.annotations.NullMarked;

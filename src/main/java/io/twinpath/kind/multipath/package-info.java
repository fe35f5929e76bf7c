/**
 * Claim rules and path policies.
 */
@NullMarked
package io.twinpath.kind.multipath;

import org.jspecify.annotations.NullMarked;

/**
 * What a site makes of risks: refuse, warn, accept.
 */
@NullMarked
package io.twinpath.kind.policy;

import org.jspecify.annotations.NullMarked;

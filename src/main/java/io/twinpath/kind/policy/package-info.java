/**
 * What a site makes of risks: how much it weighs, and until when it is accepted.
 */
@NullMarked
package io.twinpath.kind.policy;

import org.jspecify.annotations.NullMarked;

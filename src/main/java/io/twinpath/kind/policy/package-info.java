/**
 * What a site makes of risks.
 */
@NullMarked
package io.twinpath.kind.policy;

import org.jspecify.annotations.NullMarked;

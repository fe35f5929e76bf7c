/**
 * The vocabulary that all stages share: addresses, resources, observations and changes.
 *
 * <p>Values without behaviour of their own and without I/O. What a particular kind of resource looks like belongs to
 * {@code kind}; how a value is compared or read from YAML belongs to {@code model.shape}.
 */
@NullMarked
package io.twinpath.model;

import org.jspecify.annotations.NullMarked;

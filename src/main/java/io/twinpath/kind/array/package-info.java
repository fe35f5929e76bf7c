/**
 * Storage arrays, declared so that datastores and risks can refer to them. Never changed.
 */
@NullMarked
package io.twinpath.kind.array;

import org.jspecify.annotations.NullMarked;

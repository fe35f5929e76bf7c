/**
 * Datastores and where they lie.
 */
@NullMarked
package io.twinpath.kind.datastore;

import org.jspecify.annotations.NullMarked;

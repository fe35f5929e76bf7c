/**
 * Datastores and what they lie on, declared so that virtual machines and risks can refer to them. Never changed, never formatted.
 */
@NullMarked
package io.twinpath.kind.datastore;

import org.jspecify.annotations.NullMarked;

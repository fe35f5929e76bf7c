/**
 * Datastores and what they lie on, declared so that virtual machines and risks can refer to them. Never changed, never formatted.
 * How a host uses one, mounted or not and with which options, is the kind {@code mount}.
 */
@NullMarked
package io.twinpath.kind.datastore;

import org.jspecify.annotations.NullMarked;

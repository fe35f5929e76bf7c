/**
 * From the files of a project to a typed {@link io.twinpath.model.Spec}: {@link io.twinpath.spec.SpecLoader} is the door.
 *
 * <p>The way: bytes become positioned trees ({@code yaml}); trees become hosts, groups and modules ({@code inventory});
 * for each host the layers that apply are rendered ({@code template}) and merged ({@code layer}); the kinds' shapes give
 * them types ({@code resolve}). What a kind means stays with the kind. Files are reached through {@code ProjectFiles} only.
 */
@NullMarked
package io.twinpath.spec;

import org.jspecify.annotations.NullMarked;

package io.twinpath.review;

import io.twinpath.kind.Kinds;
import io.twinpath.model.Catalogue;
import io.twinpath.model.Origins;
import io.twinpath.model.Spec;

/**
 * One of the two that are compared.
 *
 * @param kinds that its resources are of
 * @param catalogue the NIC models that it knows
 * @param origins where it says all that does not stand in its resources
 */
public record Version(Spec spec, Kinds kinds, Catalogue catalogue, Origins origins) {}

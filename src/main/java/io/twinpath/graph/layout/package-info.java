/**
 * Where everything of a {@link io.twinpath.graph.Picture} is drawn: columns for layers, bands for hosts, and an order within each that crosses
 * few lines. Numbers only, in CSS pixels; the same picture always gets the same numbers.
 */
@NullMarked
package io.twinpath.graph.layout;

import org.jspecify.annotations.NullMarked;

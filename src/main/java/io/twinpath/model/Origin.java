package io.twinpath.model;

import io.twinpath.diag.Span;

/**
 * One place that set a value, and how: a link of the chain from the winner down to the defaults it overrode.
 *
 * @param layer what kind of place: {@code module multipath-iscsi}, {@code group storage_hosts}, {@code host}, {@code --set}
 * @param span where the value is written
 * @param written the text as written, before templates were rendered
 */
public record Origin(String layer, Span span, String written) {}

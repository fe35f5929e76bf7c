package io.twinpath.model;

import io.twinpath.diag.Span;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One place that set a value, and how: a link of the chain from the winner down to the defaults it overrode.
 *
 * @param layer what kind of place: {@code module multipath-iscsi}, {@code group storage_hosts}, {@code host}, {@code --set}
 * @param span where the value is written
 * @param written the text as written, before templates were rendered
 * @param uses the names that its templates may take their values from: with where the call of the module gives it, or
 *     without for a variable of the host
 */
public record Origin(String layer, Span span, String written, SortedMap<String, Optional<Origin>> uses) {

    public Origin {
        uses = Collections.unmodifiableSortedMap(new TreeMap<>(uses));
    }

    /** Of a text without templates. */
    public Origin(String layer, Span span, String written) {
        this(layer, span, written, Collections.emptySortedMap());
    }
}

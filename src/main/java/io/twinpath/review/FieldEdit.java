package io.twinpath.review;

import io.twinpath.model.FieldPath;
import io.twinpath.model.Value;
import java.util.List;

/**
 * One field that two versions want differently. A secret is here as what specs hold of it: where it is kept.
 *
 * @param before what the older version wants; none when it does not manage the field
 * @param after what the newer version wants; none when it does not manage the field
 * @param at where that was written; more than one place when a template takes its value from several
 */
public record FieldEdit(FieldPath path, Value before, Value after, List<Place> at) {

    public FieldEdit {
        at = List.copyOf(at);
    }
}

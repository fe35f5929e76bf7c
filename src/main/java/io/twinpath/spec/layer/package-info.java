/**
 * Who wins: the places that say something about a host, in their order, and the merge of what they say.
 *
 * <p>Low to high: what modules declare, groups (outer before inner), the cluster, the host, {@code --set}. Mappings are merged
 * field by field; lists and single values are replaced whole. Two places of which neither goes before the other must not
 * differ. Knows nothing of kinds.
 */
@NullMarked
package io.twinpath.spec.layer;

import org.jspecify.annotations.NullMarked;

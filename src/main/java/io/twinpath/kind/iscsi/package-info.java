/**
 * The software iSCSI adapter.
 */
@NullMarked
package io.twinpath.kind.iscsi;

import org.jspecify.annotations.NullMarked;

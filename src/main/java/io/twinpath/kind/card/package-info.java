/**
 * Network cards: whether the expected model sits where it should, and which vmnicN its ports got.
 */
@NullMarked
package io.twinpath.kind.card;

import org.jspecify.annotations.NullMarked;

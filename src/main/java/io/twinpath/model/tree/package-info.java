/** Structured text that remembers where each part was written: mappings, sequences, scalars, each with its span. */
@NullMarked
package io.twinpath.model.tree;

import org.jspecify.annotations.NullMarked;

/**
 * From bytes to a positioned tree: a strict subset of YAML in which every value keeps its place and its text.
 *
 * <p>Knows nothing of hosts or kinds. Refuses what makes YAML surprising: anchors, tags, merge keys, duplicate keys,
 * second documents, invisible characters, and anything too large to be a specification.
 */
@NullMarked
package io.twinpath.spec.yaml;

import org.jspecify.annotations.NullMarked;

/**
 * Racks and power feeds: what takes several parts of a site down at once. Declared so that failures can be reckoned with; never
 * read and never changed.
 */
@NullMarked
package io.twinpath.kind.domain;

import org.jspecify.annotations.NullMarked;

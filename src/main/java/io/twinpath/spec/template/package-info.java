/**
 * Templates in scalars: rendered after parsing, so that text can never become structure.
 *
 * <p>Jinjava is touched by {@code Engine} and the filters only, and only when the text of a file or a scalar holds a template:
 * it is the most expensive library at start-up. Expressions see maps, lists, texts, numbers and booleans; no objects with
 * methods, no files, no clock, no chance.
 */
@NullMarked
package io.twinpath.spec.template;

import org.jspecify.annotations.NullMarked;

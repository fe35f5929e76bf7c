/**
 * Values as people and machines read them: text, JSON. Pure string building over values that other stages made; nothing
 * here decides anything.
 */
@NullMarked
package io.twinpath.report;

import org.jspecify.annotations.NullMarked;

/**
 * What a resource kind is, and the list of all kinds.
 *
 * <p>Each kind is a folder below with the same files: the record ({@code VSwitch}), the kind ({@code VSwitchKind}: where it
 * stands in a spec, its rules, what it needs), and its words per transport ({@code VSwitchSsh}, {@code VSwitchApi}). Kinds never import each
 * other; they name each other by address. Adding one is a folder, a line in {@link io.twinpath.kind.Kinds} and its cases.
 */
@NullMarked
package io.twinpath.kind;

import org.jspecify.annotations.NullMarked;

/**
 * The part of BusyBox {@code ash} that people and Twinpath use over SSH: a parser and an interpreter for command lines,
 * over programs and files that live in memory. Nothing here starts a process or touches the machine's own files.
 *
 * <p>Text inside the shell is a <em>byte string</em>: every character is one byte, as in a shell without locales. {@link
 * io.twinpath.lab.shell.Octets} turns text into byte strings and back at the edges.
 *
 * <p>Everything is bounded by {@link io.twinpath.lab.shell.Limits}: any script ends with an exit code.
 */
@NullMarked
package io.twinpath.lab.shell;

import org.jspecify.annotations.NullMarked;

/**
 * The part of BusyBox {@code ash} that people and Twinpath use over SSH: a parser and an interpreter for command lines,
 * over programs and files that live in memory. Nothing here starts a process or touches the machine's own files.
 */
@NullMarked
package io.twinpath.lab.shell;

import org.jspecify.annotations.NullMarked;

/**
 * The terminal: Picocli verbs, wiring, exit codes. The only package that writes to standard output and ends the process.
 * Verbs connect stages and choose views; what a stage does is not decided here.
 */
@NullMarked
package io.twinpath.cli;

import org.jspecify.annotations.NullMarked;

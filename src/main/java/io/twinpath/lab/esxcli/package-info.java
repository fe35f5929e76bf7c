/**
 * The simulated {@code esxcli}: a table of commands, small handlers that read and change a host of {@code lab.site}, and
 * the formatters.
 *
 * <p>The table ({@link Command}, {@link Option}) is the only description of a command: parsing, usage texts and error
 * messages all come from it. A handler answers with an {@link Output}, a typed tree; how it is printed is decided by the
 * formatter alone. Messages whose real wording is known are worded so; the others are the lab's own.
 */
@NullMarked
package io.twinpath.lab.esxcli;

import org.jspecify.annotations.NullMarked;

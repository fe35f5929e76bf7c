/**
 * Fuzzing of everything that reads text from outside: one target for each parser, run by {@code mvn -Pfuzz test}.
 *
 * <p>Not part of the default build. A bug that is found here becomes an ordinary regression test next to what it was in.
 */
@NullMarked
package io.twinpath.fuzz;

import org.jspecify.annotations.NullMarked;

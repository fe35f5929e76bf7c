/**
 * What shells and manuals know of the verbs: completion scripts and man pages, made from the same definitions that read the
 * command line. Text only; where it goes is decided by the verbs.
 */
@NullMarked
package io.twinpath.cli.completion;

import org.jspecify.annotations.NullMarked;

/**
 * An adapter: the files of a project as a revision of a Git repository has them, read from the repository's objects.
 *
 * <p>Nothing is checked out, written, fetched or executed, and no configuration but the repository's own is read. What the
 * files mean belongs to {@code spec}, what a difference means to {@code review}. JGit appears here and nowhere else, so that
 * only a verb that asks for a revision loads it.
 */
@NullMarked
package io.twinpath.git;

import org.jspecify.annotations.NullMarked;

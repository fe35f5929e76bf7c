package io.twinpath.diag;

/**
 * A place in a source and what is to be said of it, in a few words beside the caret.
 *
 * @param span where
 * @param text what; may be empty when the summary already says it
 */
public record Label(Span span, String text) {}

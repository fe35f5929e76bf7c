/**
 * JSON Schema (draft-07) of everything that is written by hand: files below {@code inventory/}, {@code module.yml}, and the
 * parameters of each module. Made from the same shapes that read them, for editors. Pure; nothing here checks a spec.
 */
@NullMarked
package io.twinpath.spec.schema;

import org.jspecify.annotations.NullMarked;

/**
 * What a record looks like from outside: its fields by their YAML names, their types and limits. Read once from the record
 * itself, then used to decode specs, to encode plans, to compare, and to describe. A kind therefore says its fields once.
 */
@NullMarked
package io.twinpath.model.shape;

import org.jspecify.annotations.NullMarked;

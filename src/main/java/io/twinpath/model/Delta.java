package io.twinpath.model;

/**
 * One difference between what is wanted and what was found.
 *
 * @param path which field
 * @param before what was found
 * @param after what is wanted
 * @param sensitive whether the values are or stand for secrets; survives to every view
 * @param forcesReplace whether ESXi cannot change this in place, so that the object is removed and made again
 */
public record Delta(FieldPath path, Value before, Value after, boolean sensitive, boolean forcesReplace) {}

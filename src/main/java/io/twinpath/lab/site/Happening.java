package io.twinpath.lab.site;

/**
 * Something that a site did by itself.
 *
 * @param at when, as an instant
 * @param after seconds between the failure and this, as the rules count them
 * @param vm the machine that it happened to
 * @param what what was done, as a sentence without its subject
 * @param because what led to it
 */
public record Happening(String at, long after, String vm, String what, String because) {}

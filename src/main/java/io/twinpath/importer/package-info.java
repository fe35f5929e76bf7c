/**
 * From what hosts have to a spec that says so: which cards get which names, what goes without saying, what hosts share, and
 * the texts of the files. Pure; it neither talks to hosts nor touches a disk.
 *
 * <p>Not here: reading the hosts ({@code observe}), writing the files and the proof that the next plan is empty ({@code cli}).
 * Nothing here knows the fields of a kind, except where names are given by what a card is used for.
 */
@NullMarked
package io.twinpath.importer;

import org.jspecify.annotations.NullMarked;

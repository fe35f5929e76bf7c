package io.twinpath.rig;

import java.util.SortedSet;

/**
 * What a machine needs of a host wherever it is. Machines of one cluster mostly need the same, so that hosts are looked at once for all of
 * them.
 *
 * @param datastores of its disks, its configuration and its swap
 * @param networks port groups of its connected adapters
 */
record Needs(SortedSet<String> datastores, SortedSet<String> networks) {}

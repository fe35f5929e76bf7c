/**
 * The simulated site: its parts, what each host is configured to do, and what follows from the two.
 *
 * <p>The parts are plain mutable objects that Jackson binds, because a site file, a state file and the running state are
 * one shape: a state file is a site with everything written out. Whoever changes them holds the lab's lock. What
 * follows from them ({@code Links}, {@code Failover}, {@code Reach}, {@code IscsiPaths}, {@code Effects}) is computed
 * forwards on each question and never stored, except what a real host remembers too: names it gave to ports, paths it
 * has seen, devices it has claimed.
 *
 * <p>No command syntax and no sockets here.
 */
@NullMarked
package io.twinpath.lab.site;

import org.jspecify.annotations.NullMarked;

/**
 * The SSH side of a simulated site: one real server per host on loopback, with the host's own key, logins and moods. What
 * a command does is not known here; it is handed to a {@link io.twinpath.lab.ssh.CommandHandler}.
 *
 * <p>Hosts share their threads through {@link io.twinpath.lab.ssh.SshSite}, so that a thousand of them fit into one
 * process.
 */
@NullMarked
package io.twinpath.lab.ssh;

import org.jspecify.annotations.NullMarked;

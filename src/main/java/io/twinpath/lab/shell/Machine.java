package io.twinpath.lab.shell;

import java.time.InstantSource;

/**
 * What a shell finds on its host. It outlives the shell: files and background commands stay between logins.
 *
 * @param hostname as {@code hostname} prints it
 * @param release the ESXi release that {@code uname -r} prints, such as {@code 8.0.3}
 * @param files the host's files; a reboot is a new file system
 * @param programs what can be run besides the shell's own words
 * @param jobs the host's background commands
 * @param clock what {@code date} prints and files are stamped with; sleeping uses real time
 */
public record Machine(
        String hostname, String release, FileSystem files, Programs programs, Jobs jobs, InstantSource clock) {}

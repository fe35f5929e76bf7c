/**
 * The public keys that may log in to a host as root.
 *
 * <p>Not managed: keys of other users, options in front of a key, and every line that is no key: comments and blank lines
 * stay to the byte. Two lines with the same key are the same, whatever their comments. A list that leaves out the key of the
 * login itself is an obstacle.
 *
 * <p>SSH: {@code /etc/ssh/keys-root/authorized_keys}, read and replaced whole. The driver refuses a replacement that leaves
 * out the key that it logged in with. API: none.
 */
@NullMarked
package io.twinpath.kind.sshkeys;

import org.jspecify.annotations.NullMarked;

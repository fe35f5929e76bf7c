/**
 * Hosts from a folder instead of a network: what was recorded, or what people pasted into files.
 *
 * <p>{@code DIR/HOST/network-nic-list.xml} answers {@code esxcli network nic list}: the words joined by {@code -}, options
 * behind them as {@code --name=value} with everything but letters, digits, {@code .}, {@code _} and {@code -}
 * percent-encoded, the ending telling the formatter ({@code xml} or {@code txt}). Names that would get longer than 200
 * characters end in {@code ~} and a hash instead. In a {@code .txt}, leading lines that start with {@code #} are
 * comments; {@code # exit: 1} says that the host refused.
 *
 * <p>Beside them stand two folders, which no esxcli call can name. {@code files} has the host's own tree: {@code
 * files/etc/ntp.conf} is that file to the byte, and {@code files/etc/ntp.conf.txt} with {@code # exit: 66} says that the
 * host has no such file. {@code programs} has what other programs printed: {@code programs/chkconfig--list.txt}, {@code
 * programs/init.d-SSH-status.txt}.
 */
@NullMarked
package io.twinpath.driver.replay;

import org.jspecify.annotations.NullMarked;

/**
 * Hosts from a folder instead of a network: what was recorded, or what people pasted into files.
 *
 * <p>{@code DIR/HOST/network-nic-list.xml} answers {@code esxcli network nic list}: the words joined by {@code -}, options
 * behind them as {@code --name=value} with everything but letters, digits, {@code .}, {@code _} and {@code -}
 * percent-encoded, the ending telling the formatter: {@code xml}, {@code json}, {@code keyvalue}, {@code csv}, or {@code
 * txt} for whatever the output itself shows. The first of these that is there counts. Names that would get longer than 200
 * characters end in {@code ~} and a hash instead. Leading lines that start with {@code #} are comments; {@code # exit: 1}
 * says that the host refused. The prompt with the command may stand above an output, and an empty prompt below it.
 * Text may be indented as a whole, or have lost its indentation where it is plain what it was; what is not plain is refused
 * with its line, as are columns that lost their blanks.
 *
 * <p>Beside them stand two folders, which no esxcli call can name. {@code files} has the host's own tree: {@code
 * files/etc/ntp.conf} is that file to the byte, and {@code files/etc/ntp.conf.txt} with {@code # exit: 66} says that the
 * host has no such file. {@code programs} has what other programs printed: {@code programs/chkconfig--list.txt}, {@code
 * programs/init.d-SSH-status.txt}.
 */
@NullMarked
package io.twinpath.driver.replay;

import org.jspecify.annotations.NullMarked;

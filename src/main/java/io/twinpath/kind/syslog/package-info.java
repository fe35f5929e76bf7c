/**
 * Where a host writes its log and whom it sends it to.
 *
 * <p>Changes count only once the log daemon has read them, so it is told to. Not managed: the sizes of single loggers, and the
 * firewall ruleset {@code syslog}, which has to be open for a remote host and is a {@code firewall_ruleset}.
 *
 * <p>SSH: {@code system syslog config get|set}, {@code system syslog reload}. Titles changed between 5.0 and 6.0, and some
 * settings came later; one that is wanted and not told is unreadable. API: advanced settings {@code Syslog.global.*}.
 */
@NullMarked
package io.twinpath.kind.syslog;

import org.jspecify.annotations.NullMarked;

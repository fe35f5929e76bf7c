/**
 * The NTP client of a host: which servers it asks, in which order, and whether it does.
 *
 * <p>Not managed: the other directives of its configuration, PTP, and the clock itself. How far the clock is off is measured
 * by {@code observe --clocks} and is no setting.
 *
 * <p>SSH, from release 7.0: {@code system ntp get|set}. Before, where that is an unknown command: {@code /etc/ntp.conf}, of
 * which only the lines of servers are rewritten, and the service {@code ntpd}. Which of the two a host is, it tells itself,
 * so no release number is compared. API: {@code HostDateTimeSystem}, and the service {@code ntpd}.
 */
@NullMarked
package io.twinpath.kind.ntp;

import org.jspecify.annotations.NullMarked;

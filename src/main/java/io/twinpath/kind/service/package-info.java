/**
 * The services of a host: whether each runs, and whether it starts with the host.
 *
 * <p>Names are the keys of the API ({@code TSM-SSH}, {@code ntpd}); the few whose init script is called otherwise are
 * translated. Not managed: services that do not exist yet (they come with a VIB). {@code policy: automatic} only the API
 * tells and takes, so a service with it goes over the API. SSH is not stopped over SSH.
 * What is found without being declared is only whether it starts with the host, from one list; of init scripts whose setting
 * by an installation no source tells, nothing is said. {@code ntpd} is left to the kind {@code ntp}.
 *
 * <p>SSH: {@code chkconfig --list}, {@code /etc/init.d/NAME status}; {@code chkconfig NAME on|off}, {@code /etc/init.d/NAME
 * start|stop}. No recorded output of these was at hand, so what is read of them is little and other words are unreadable.
 * API: {@code HostServiceSystem}.
 */
@NullMarked
package io.twinpath.kind.service;

import org.jspecify.annotations.NullMarked;

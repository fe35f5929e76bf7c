package io.twinpath.driver.ssh;

import java.time.Duration;

/**
 * How long and how much.
 *
 * @param connect for the TCP connection
 * @param login for everything from the connection to the end of the login
 * @param keepalive silence after which the peer is asked whether it lives; it is given up after three times this
 * @param read for one round trip of queries
 * @param command for one command that changes the host; {@link Patience} knows the few that take longer
 * @param output bytes of one round trip
 * @param answer bytes of one answer
 * @param script characters of one script; more calls go into further round trips
 * @param logins authentications per host and driver: ESXi locks an account after five refusals
 */
public record SshLimits(
        Duration connect,
        Duration login,
        Duration keepalive,
        Duration read,
        Duration command,
        int output,
        int answer,
        int script,
        int logins) {

    public static SshLimits standard() {
        return new SshLimits(
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(2),
                64 << 20,
                8 << 20,
                96 << 10,
                2);
    }

    public SshLimits withKeepalive(Duration silence) {
        return new SshLimits(connect, login, silence, read, command, output, answer, script, logins);
    }

    public SshLimits withTimes(Duration shortest, Duration longest) {
        return new SshLimits(shortest, shortest, keepalive, longest, longest, output, answer, script, logins);
    }

    public SshLimits withSizes(int all, int one, int text) {
        return new SshLimits(connect, login, keepalive, read, command, all, one, text, logins);
    }

    public SshLimits withLogins(int most) {
        return new SshLimits(connect, login, keepalive, read, command, output, answer, script, most);
    }
}

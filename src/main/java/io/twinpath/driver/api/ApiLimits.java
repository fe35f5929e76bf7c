package io.twinpath.driver.api;

import java.time.Duration;

/**
 * How long and how much.
 *
 * @param connect for the TCP connection
 * @param handshake for TLS
 * @param read for one call that reads, from its first byte to the last of its answer; a vCenter asks its hosts meanwhile
 * @param change for one call that changes something
 * @param task for a task, from its start to its end; {@link Patience} knows those that take longer
 * @param idle how long a connection may have lain idle to be used for a change: a server may have closed an older one
 * @param answer bytes of one answer
 * @param page objects in one answer of a property collector
 * @param connections at a time with one server
 * @param logins per server and driver: ESXi locks an account after five refusals
 */
public record ApiLimits(
        Duration connect,
        Duration handshake,
        Duration read,
        Duration change,
        Duration task,
        Duration idle,
        int answer,
        int page,
        int connections,
        int logins) {

    public static ApiLimits standard() {
        return new ApiLimits(
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                Duration.ofMinutes(30),
                Duration.ofSeconds(2),
                64 << 20,
                500,
                16,
                2);
    }

    public ApiLimits withTimes(Duration shortest, Duration longest) {
        return new ApiLimits(shortest, shortest, longest, longest, longest, idle, answer, page, connections, logins);
    }

    public ApiLimits withPage(int objects) {
        return new ApiLimits(connect, handshake, read, change, task, idle, answer, objects, connections, logins);
    }
}

package io.twinpath.kind.multipath;

import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import io.twinpath.kind.Script;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;

/**
 * The high-performance plug-in, which claims local disks from 7.0 on and NVMe; the native plug-in does not list what it has.
 * The list is as a host of 7.0 printed it. The options of {@code set} are from VMware's reference of the command: no output of
 * a real host has confirmed them.
 */
final class HighPerformance {

    static final EsxcliQuery LIST = EsxcliQuery.of("storage hpp device list");
    static final String BY_COMMANDS = "LB-IOPS";

    static final List<String> SCHEMES = List.of("FIXED", "LB-RR", BY_COMMANDS, "LB-BYTES", "LB-Latency");

    private HighPerformance() {}

    /** Whether it has to be asked: it is spoken of, or the native plug-in lacks a device that is. */
    static boolean concerns(Multipath wanted, Optional<Set<String>> listed) {
        return !wanted.hpp().isEmpty()
                || listed.filter(l -> !l.containsAll(wanted.devices().keySet())).isPresent();
    }

    /** Of the devices that the spec names anywhere, those that it has claimed. */
    static Map<String, SchemePolicy> devices(Multipath wanted, Replies replies) throws UnreadableException {
        Map<String, SchemePolicy> devices = new TreeMap<>();
        if (!replies.has(LIST) || missing(wanted, replies)) {
            return devices;
        }
        for (Row row : replies.rows(LIST)) {
            String device = row.key().isEmpty() ? row.need("Device") : row.key();
            if (wanted.hpp().containsKey(device) || wanted.devices().containsKey(device)) {
                devices.put(device, policy(row, Optional.ofNullable(wanted.hpp().get(device))));
            }
        }
        return Collections.unmodifiableMap(devices);
    }

    /**
     * Releases before 6.7 do not know the command, so they have no such plug-in. Whoever speaks only of the native one does
     * not depend on this answer: it would only have told why a device is not there.
     */
    private static boolean missing(Multipath wanted, Replies replies) {
        return replies.reply(LIST)
                .filter(r -> !r.ok())
                .filter(r -> wanted.hpp().isEmpty() || r.body().contains("Unknown command or namespace"))
                .isPresent();
    }

    private static SchemePolicy policy(Row row, Optional<SchemePolicy> wanted) throws UnreadableException {
        String scheme = row.need("Path Selection Scheme");
        Optional<Integer> iops = row.text("Path Selection Scheme Config")
                .map(Claimed.IOPS::matcher)
                .filter(Matcher::find)
                .map(m -> Integer.parseInt(m.group(1)));
        if (scheme.equals(BY_COMMANDS)
                && iops.isEmpty()
                && wanted.flatMap(SchemePolicy::iops).isPresent()) {
            throw new UnreadableException(
                    row.source() + ": the field \"Path Selection Scheme Config\" does not tell \"iops\".");
        }
        return new SchemePolicy(Optional.of(scheme), iops);
    }

    /** The scheme is always sent: a number without it means nothing to the host. */
    static void script(Script script, String device, SchemePolicy before, SchemePolicy after) {
        boolean counts = after.scheme().equals(Optional.of(BY_COMMANDS));
        boolean other = Script.differs(before.scheme(), after.scheme());
        if (after.scheme().isPresent() && (other || (counts && Script.differs(before.iops(), after.iops())))) {
            List<Option> options = new ArrayList<>(List.of(
                    Option.of("device", device), Option.of("pss", after.scheme().orElseThrow())));
            after.iops().filter(n -> counts).ifPresent(n -> options.add(Option.of("iops", n)));
            script.add("storage hpp device set", options);
        }
    }
}

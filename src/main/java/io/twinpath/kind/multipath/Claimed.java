package io.twinpath.kind.multipath;

import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a device's plug-in and the rules would give it, so that a policy can be told from one that somebody set by hand: the
 * host keeps no note of that.
 */
record Claimed(List<Row> plugins, List<Row> rules) {

    static final Pattern IOPS = Pattern.compile("\\biops=([0-9]{1,9})\\b");

    /** Of round robin where no rule says otherwise. */
    private static final int IOPS_DEFAULT = 1000;

    static Claimed of(Replies replies) throws UnreadableException {
        return new Claimed(replies.rows(MultipathSsh.PLUGINS), replies.rows(MultipathSsh.RULES));
    }

    /** Whether a device came to its policy without anybody's doing. */
    boolean explains(Row device, Optional<Row> details, PathPolicy policy) {
        Optional<String> plugin = device.text("Storage Array Type");
        Optional<String> usual = plugins.stream()
                .filter(p -> p.text("Name").equals(plugin))
                .findFirst()
                .flatMap(p -> p.text("Default PSP"));
        Stream<PathPolicy> given = rules.stream()
                .filter(r -> r.text("Name").equals(plugin) && selects(r, details))
                .map(r -> policy(r.text("Default PSP").or(() -> usual), r.text("PSP Options")));
        return Stream.concat(given, Stream.of(policy(usual, Optional.empty()))).anyMatch(g -> same(g, policy));
    }

    private static boolean selects(Row rule, Optional<Row> details) {
        return Stream.of("Vendor", "Model")
                .allMatch(f -> rule.text(f).isEmpty()
                        || details.flatMap(d -> d.text(f)).equals(rule.text(f)));
    }

    private static PathPolicy policy(Optional<String> psp, Optional<String> options) {
        int iops = options.map(IOPS::matcher)
                .filter(Matcher::find)
                .map(m -> Integer.parseInt(m.group(1)))
                .orElse(IOPS_DEFAULT);
        return new PathPolicy(psp, Optional.of(iops), Optional.empty());
    }

    private static boolean same(PathPolicy given, PathPolicy found) {
        return given.psp().equals(found.psp())
                && (!MultipathKind.roundRobin(found)
                        || found.iops().isEmpty()
                        || found.iops().equals(given.iops()));
    }
}

package io.twinpath.kind.ntp;

import io.twinpath.diag.Diagnostics;
import io.twinpath.driver.FileCommand;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Placement;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Resource;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The NTP client of a host. */
public final class NtpKind implements Kind<Ntp> {

    static final String NAME = "ntp";
    static final String CLIENT = "client";

    private static final int LONGEST_NAME = 253;
    private static final Pattern SERVER = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.:_-]*[A-Za-z0-9])?");

    /** As many as ntpd is ever given; also keeps the file small. */
    private static final int MOST = 16;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "the NTP client";
    }

    @Override
    public Class<Ntp> type() {
        return Ntp.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostSingle("ntp", CLIENT);
    }

    @Override
    public void check(Resource<Ntp> resource, Diagnostics into) {
        if (resource.desired().isEmpty()) {
            into.add(KindProblem.cannotBeAbsent(resource, "Write \"enabled: false\"."));
        }
        resource.desired().flatMap(Ntp::servers).ifPresent(servers -> servers(resource, servers, into));
    }

    private static void servers(Resource<Ntp> resource, List<String> servers, Diagnostics into) {
        FieldPath path = FieldPath.of("servers");
        if (servers.isEmpty() || servers.size() > MOST) {
            into.add(KindProblem.malformed(
                    resource, path, servers.size() + " servers", "a list of 1 to " + MOST + " servers"));
        }
        Set<String> seen = new HashSet<>();
        for (String server : servers) {
            if (server.length() > LONGEST_NAME || !SERVER.matcher(server).matches()) {
                into.add(KindProblem.malformed(resource, path, server, "the name or address of a server"));
            } else if (!seen.add(server)) {
                into.add(KindProblem.contradiction(resource, path, "\"" + server + "\" stands in the list twice."));
            }
        }
    }

    /** What grows too long to be written is said before anything is sent. */
    @Override
    public Optional<Obstacle> obstacle(Resource<Ntp> resource, Observed<Ntp> observed) {
        if (!(observed instanceof Observed.Present<Ntp>(Ntp found))
                || found.configuration().isEmpty()) {
            return Optional.empty();
        }
        String text = found.configuration().orElseThrow();
        String longer = resource.desired()
                .flatMap(Ntp::servers)
                .map(servers -> ServerLines.with(text, servers))
                .orElse(text);
        int size =
                Math.max(text.getBytes(StandardCharsets.UTF_8).length, longer.getBytes(StandardCharsets.UTF_8).length);
        return size > FileCommand.LONGEST && !longer.equals(text)
                ? Optional.of(new Obstacle.Unsupported(
                        "/etc/ntp.conf of this host is longer than the 16 KiB that are rewritten. Shorten it by hand."))
                : Optional.empty();
    }

    @Override
    public List<Binding<Ntp>> bindings() {
        return List.of(new NtpSsh(), new NtpApi());
    }
}

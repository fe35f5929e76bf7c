package io.twinpath.kind.syslog;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Placement;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Resource;
import java.util.List;
import java.util.regex.Pattern;

/** The log of a host. */
public final class SyslogKind implements Kind<Syslog> {

    private static final Pattern REMOTE =
            Pattern.compile("(udp|tcp|ssl)://([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:]{2,45}])(:[1-9][0-9]{0,4})?");
    private static final Pattern PATH = Pattern.compile("/[^,\\p{Cntrl}]{0,254}");

    @Override
    public String name() {
        return "syslog";
    }

    @Override
    public String title() {
        return "the log";
    }

    @Override
    public Class<Syslog> type() {
        return Syslog.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostSingle("syslog", "syslog");
    }

    @Override
    public void check(Resource<Syslog> resource, Diagnostics into) {
        if (resource.desired().isEmpty()) {
            into.add(KindProblem.cannotBeAbsent(resource, "Write \"remote_hosts: []\" to send the log nowhere."));
            return;
        }
        Syslog syslog = resource.desired().orElseThrow();
        syslog.remoteHosts().orElseGet(List::of).stream()
                .filter(r -> !REMOTE.matcher(r).matches())
                .forEach(r -> into.add(KindProblem.malformed(
                        resource, FieldPath.of("remote_hosts"), r, "a remote host, such as udp://10.0.0.5:514")));
        syslog.directory()
                .filter(d -> !PATH.matcher(d).matches())
                .ifPresent(d -> into.add(KindProblem.malformed(
                        resource, FieldPath.of("directory"), d, "a path from the root, such as /scratch/log")));
    }

    @Override
    public List<Binding<Syslog>> bindings() {
        return List.of(new SyslogSsh(), new SyslogApi());
    }
}

package io.twinpath.kind;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Nearest;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Resource;
import java.time.Instant;
import java.util.Collection;

/** Everything that the rules of kinds find wrong with a resource, and how it is said. */
public final class KindProblem {

    private static final String CANNOT_BE_ABSENT = "SPC0408";
    private static final String RENEW =
            "Renew it in vCenter, or on the host with /sbin/generate-certificates and a restart of its services.";

    private KindProblem() {}

    /** Whether these say that the resource is a part of every host. */
    public static boolean cannotBeAbsent(Collection<Diagnostic> found) {
        return found.stream().anyMatch(d -> d.code().equals(CANNOT_BE_ABSENT));
    }

    /** Of several fields that stand for each other, none or more than one is given. */
    public static Diagnostic exactlyOne(Resource<?> resource, String fields, int given) {
        String found = given == 0 ? "none of them is given" : given + " of them are given";
        return at(
                resource,
                FieldPath.ROOT,
                Diagnostic.error(
                        "SPC0401", "Exactly one is needed", "Exactly one of " + fields + " is needed; " + found + "."),
                "give one of " + fields);
    }

    /** A model that the hardware catalogue does not have. */
    public static Diagnostic unknownModel(Resource<?> resource, String model, Collection<String> known) {
        Diagnostic d = at(
                resource,
                FieldPath.of("model"),
                Diagnostic.error(
                        "SPC0402",
                        "Unknown card model",
                        "The hardware catalogue has no model \"" + model + "\", so no found card could be recognised."),
                "is not in the catalogue");
        for (String hint : Nearest.hint(model, known)) {
            d = d.hint(hint);
        }
        return d.hint("Models of your own are added under \"hardware\" in the inventory.");
    }

    /** Two fields that exclude each other. */
    public static Diagnostic contradiction(Resource<?> resource, FieldPath path, String why) {
        return at(
                resource,
                path,
                Diagnostic.error("SPC0403", "Settings that exclude each other", why),
                "cannot be together with the other");
    }

    /** A port in a failover order that is no uplink of the switch. */
    public static Diagnostic notAnUplink(Resource<?> resource, FieldPath path, String port) {
        return at(
                        resource,
                        path,
                        Diagnostic.error(
                                "SPC0404",
                                "Port is not an uplink",
                                "\"" + port
                                        + "\" stands in the failover order, but is no uplink of this virtual switch."),
                        "is not among the uplinks")
                .hint("Add it to \"uplinks\", or take it out of the failover order.");
    }

    /** A port that is both active and standby. */
    public static Diagnostic activeAndStandby(Resource<?> resource, FieldPath path, String port) {
        return at(
                resource,
                path,
                Diagnostic.error(
                        "SPC0405",
                        "Port is active and standby",
                        "\"" + port + "\" can be active or standby, not both, and each once."),
                "stands in the failover order twice");
    }

    /** IP hash with standby uplinks. */
    public static Diagnostic standbyWithIpHash(Resource<?> resource, FieldPath path) {
        return at(
                        resource,
                        path,
                        Diagnostic.error(
                                "SPC0406",
                                "Standby uplinks with IP hash",
                                "With load balancing by IP hash the uplinks form one channel, which has no standby uplinks."),
                        "no standby uplinks with iphash")
                .hint("Make these uplinks active, or choose another load balancing.");
    }

    /** A name or value that ESXi would not take. */
    public static Diagnostic malformed(Resource<?> resource, FieldPath path, String text, String expected) {
        return at(
                resource,
                path,
                Diagnostic.error("SPC0407", "Malformed name", "\"" + text + "\" is not " + expected + "."),
                expected + " is expected");
    }

    /** {@code state: absent} on something that every host has. */
    public static Diagnostic cannotBeAbsent(Resource<?> resource, String instead) {
        return at(
                        resource,
                        FieldPath.ROOT,
                        Diagnostic.error(
                                CANNOT_BE_ABSENT,
                                "Cannot be absent",
                                "This is a part of every host and cannot be removed by a command."),
                        "\"state: absent\" has no meaning here")
                .hint(instead);
    }

    /** A field that has no effect without another. */
    public static Diagnostic needsAnother(Resource<?> resource, FieldPath path, String why) {
        return at(resource, path, Diagnostic.error("SPC0409", "Incomplete settings", why), "needs more");
    }

    /** A certificate that is good no longer. */
    public static Diagnostic certificateEnded(Resource<?> resource, Instant end) {
        return at(
                        resource,
                        FieldPath.ROOT,
                        Diagnostic.warning(
                                "DIF0201",
                                "Certificate has ended",
                                "The certificate of this host ended at " + end + "."),
                        "is judged by this")
                .hint(RENEW);
    }

    /** A certificate that will end sooner than the spec wants. */
    public static Diagnostic certificateEnds(Resource<?> resource, Instant end, long left, int wanted) {
        return at(
                        resource,
                        FieldPath.of("min_days"),
                        Diagnostic.warning(
                                "DIF0202",
                                "Certificate ends soon",
                                "The certificate of this host ends at " + end + ", in " + left
                                        + (left == 1 ? " day" : " days") + "; the spec wants " + wanted + " at least."),
                        "asks for more")
                .hint(RENEW);
    }

    private static Diagnostic at(Resource<?> resource, FieldPath path, Diagnostic diagnostic, String label) {
        return diagnostic
                .at(resource.spanOf(path), label)
                .about(resource.address().toString());
    }
}

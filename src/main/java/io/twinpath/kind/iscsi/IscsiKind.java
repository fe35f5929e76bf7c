package io.twinpath.kind.iscsi;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Needs;
import io.twinpath.kind.Placement;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Resource;
import io.twinpath.model.RiskClass;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The software iSCSI adapter. */
public final class IscsiKind implements Kind<Iscsi> {

    /**
     * The name that ESXi gives the software adapter when it is switched on for the first time. It is assumed where the
     * spec gives none, because the commands of a plan are fixed before the adapter exists; should the host choose another
     * name, the step fails and the next plan finds it.
     */
    static final String FIRST_ADAPTER = "vmhba64";

    private static final Pattern ADAPTER = Pattern.compile("vmhba[0-9]{1,4}");
    private static final Pattern VMK = Pattern.compile("vmk[0-9]{1,3}");
    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,40}");
    private static final String IQN_FORM = "an IQN, such as iqn.1998-01.com.vmware:esxi3";

    /** RFC 3720, 3.2.6.3.1: the year and month in which the naming authority owned its domain, the domain reversed. */
    private static final Pattern IQN = Pattern.compile(
            "iqn\\.[0-9]{4}-(0[1-9]|1[0-2])\\.[a-z0-9.-]{1,200}(:[^\\s]{1,200})?|eui\\.[0-9A-Fa-f]{16}");

    @Override
    public String name() {
        return "iscsi";
    }

    @Override
    public String title() {
        return "the software iSCSI adapter";
    }

    @Override
    public Class<Iscsi> type() {
        return Iscsi.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostSingle("iscsi", "software");
    }

    @Override
    public void check(Resource<Iscsi> resource, Diagnostics into) {
        if (resource.desired().isEmpty()) {
            into.add(KindProblem.cannotBeAbsent(resource, "To switch software iSCSI off, write \"enabled: false\"."));
            return;
        }
        Iscsi iscsi = resource.desired().orElseThrow();
        iscsi.adapter()
                .ifPresent(a -> fits(ADAPTER, a, "an adapter's name, such as vmhba64", resource, "adapter", into));
        iscsi.iqn().ifPresent(i -> fits(IQN, i, IQN_FORM, resource, "iqn", into));
        iscsi.portBinding()
                .ifPresent(b -> b.forEach(
                        v -> fits(VMK, v, "an interface's name, such as vmk1", resource, "port_binding", into)));
        iscsi.staticTargets()
                .ifPresent(t -> t.forEach(s -> fits(IQN, s.iqn(), IQN_FORM, resource, "static_targets", into)));
        iscsi.parameters()
                .keySet()
                .forEach(k ->
                        fits(PARAMETER, k, "a parameter's name, such as DelayedAck", resource, "parameters", into));
        levels(iscsi.portalParameters(), "portal_parameters", "a portal", Level::portal, resource, into);
        levels(iscsi.targetParameters(), "target_parameters", "a target, as PORTAL/IQN", Level::target, resource, into);
        iscsi.chap().ifPresent(c -> chap(c, resource, "chap", into));
        iscsi.mutualChap().ifPresent(c -> chap(c, resource, "mutual_chap", into));
        if (iscsi.mutualChap().isPresent()
                && !iscsi.chap().flatMap(Chap::level).equals(Optional.of(Chap.Level.REQUIRED))) {
            into.add(KindProblem.needsAnother(
                    resource,
                    FieldPath.of("mutual_chap"),
                    "Targets can be asked to prove themselves only where \"chap\" has \"level: required\"."));
        }
    }

    private static void fits(
            Pattern form, String text, String expected, Resource<?> resource, String field, Diagnostics into) {
        if (!form.matcher(text).matches()) {
            into.add(KindProblem.malformed(resource, FieldPath.of(field), text, expected));
        }
    }

    private static void levels(
            Map<String, Map<String, String>> levels,
            String field,
            String expected,
            Function<String, Level> form,
            Resource<?> resource,
            Diagnostics into) {
        levels.forEach((key, parameters) -> {
            if (!isOf(form, key)) {
                into.add(KindProblem.malformed(resource, FieldPath.of(field, key), key, expected));
            }
            parameters
                    .keySet()
                    .forEach(k -> fits(PARAMETER, k, "a parameter's name, such as DelayedAck", resource, field, into));
        });
    }

    private static boolean isOf(Function<String, Level> form, String key) {
        try {
            Level level = form.apply(key);
            return !level.words("get").isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void chap(Chap chap, Resource<?> resource, String field, Diagnostics into) {
        boolean used = !chap.level().equals(Optional.of(Chap.Level.PROHIBITED));
        if (used
                && (chap.level().isEmpty()
                        || chap.user().isEmpty()
                        || chap.secret().isEmpty())) {
            into.add(KindProblem.needsAnother(
                    resource, FieldPath.of(field), "CHAP needs \"level\", \"user\" and \"secret\" together."));
        }
    }

    @Override
    public Set<String> standsOn() {
        return Set.of("vmkernel");
    }

    @Override
    public Set<Address> requires(Address self, Iscsi value) {
        return value.portBinding().stream()
                .flatMap(Collection::stream)
                .flatMap(vmk -> Needs.onSameHost(self, "vmkernel", vmk).stream())
                .collect(Collectors.toSet());
    }

    /** Bindings and targets that go take paths with them. */
    @Override
    public boolean narrows(Iscsi observed, Iscsi target) {
        return lost(observed.portBinding(), target.portBinding())
                || lost(observed.sendTargets(), target.sendTargets())
                || lost(observed.staticTargets(), target.staticTargets())
                || (observed.enabled() && !target.enabled());
    }

    private static boolean lost(Optional<? extends Set<?>> before, Optional<? extends Set<?>> after) {
        return before.isPresent() && after.isPresent() && !after.orElseThrow().containsAll(before.orElseThrow());
    }

    @Override
    public RiskClass risk(Change<Iscsi> change) {
        boolean cuts = change instanceof Change.Update<Iscsi> c && narrows(c.observed(), c.target());
        return cuts ? RiskClass.LIFELINE : RiskClass.HOST;
    }

    /** Switched off is all that can be told of an adapter that is off. */
    @Override
    public Iscsi settle(Iscsi desired, Iscsi observed) {
        return desired.enabled() ? desired : Iscsi.off();
    }

    @Override
    public List<Binding<Iscsi>> bindings() {
        return List.of(new IscsiSsh(), new IscsiApi());
    }
}

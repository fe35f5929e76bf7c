package io.twinpath.kind.snmp;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Placement;
import io.twinpath.model.Delta;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Resource;
import io.twinpath.model.SecretRef;
import io.twinpath.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The SNMP agent. */
public final class SnmpKind implements Kind<Snmp> {

    private static final Pattern ENGINE = Pattern.compile("[0-9a-f]{10,32}");
    private static final Pattern TARGET =
            Pattern.compile("[A-Za-z0-9.:-]{1,253}(@[1-9][0-9]{0,4})?/[^/,\\s]{1,32}/(none|auth|priv)/(trap|inform)");

    @Override
    public String name() {
        return "snmp";
    }

    @Override
    public String title() {
        return "the SNMP agent";
    }

    @Override
    public Class<Snmp> type() {
        return Snmp.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostSingle("snmp", "snmp");
    }

    @Override
    public boolean removable() {
        return true;
    }

    @Override
    public void check(Resource<Snmp> resource, Diagnostics into) {
        resource.desired().ifPresent(snmp -> {
            snmp.engineId()
                    .filter(id -> !ENGINE.matcher(id).matches())
                    .ifPresent(id -> into.add(KindProblem.malformed(
                            resource, FieldPath.of("engine_id"), id, "10 to 32 hexadecimal digits in small letters")));
            snmp.v3Targets().orElseGet(List::of).stream()
                    .filter(t -> !TARGET.matcher(t).matches())
                    .forEach(t -> into.add(KindProblem.malformed(
                            resource,
                            FieldPath.of("v3_targets"),
                            t,
                            "a target, such as 10.0.0.5@162/person/priv/trap")));
        });
    }

    @Override
    public boolean asInstalled(Snmp observed) {
        return observed.fresh();
    }

    /** A secret is told apart from none, and never from another. */
    @Override
    public List<Delta> compare(Snmp desired, Snmp observed) {
        List<Delta> deltas = new ArrayList<>(Kind.super.compare(desired, observed));
        missing("communities", desired.communities(), observed.communityCount()).ifPresent(deltas::add);
        missing("targets", desired.targets(), observed.targetCount()).ifPresent(deltas::add);
        missing("users", desired.users(), observed.userCount()).ifPresent(deltas::add);
        return List.copyOf(deltas);
    }

    private static Optional<Delta> missing(String field, Optional<SecretRef> wanted, Optional<Integer> found) {
        return wanted.filter(w -> found.orElse(0) == 0)
                .map(w -> new Delta(FieldPath.of(field), Value.none(), Value.text(w.toString()), true, false));
    }

    @Override
    public List<Binding<Snmp>> bindings() {
        return List.of(new SnmpSsh(), new SnmpApi());
    }
}

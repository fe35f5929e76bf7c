package io.twinpath.kind.policy;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Mention;
import io.twinpath.kind.Placement;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Resource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a site makes of risks. */
public final class PolicyKind implements Kind<Policy> {

    private static final Pattern CODE = Pattern.compile("RSK[0-9]{4}");
    private static final Pattern COMPONENT = Pattern.compile("[a-z][a-z_]{0,31}:\\S.{0,511}");

    @Override
    public String name() {
        return "policy";
    }

    @Override
    public String title() {
        return "a policy";
    }

    @Override
    public Class<Policy> type() {
        return Policy.class;
    }

    @Override
    public Placement placement() {
        return Placement.site("policies");
    }

    @Override
    public Role role() {
        return Role.DECLARED;
    }

    @Override
    public List<Mention> mentions(Policy value) {
        return value.hosts().stream()
                .map(host -> Mention.of(host, Mention.HOST))
                .toList();
    }

    @Override
    public void check(Resource<Policy> resource, Diagnostics into) {
        resource.desired().ifPresent(policy -> {
            codes(resource, policy, into);
            fields(resource, policy, into);
            policy.components().stream()
                    .filter(text -> !COMPONENT.matcher(text).matches())
                    .forEach(text -> into.add(KindProblem.malformed(
                            resource, FieldPath.of("components"), text, "a part, such as card:esxi3.lain.local/5")));
        });
    }

    private static void codes(Resource<Policy> resource, Policy policy, Diagnostics into) {
        int given = (policy.risk().isPresent() ? 1 : 0) + (policy.accept().isPresent() ? 1 : 0);
        if (given != 1) {
            into.add(KindProblem.exactlyOne(resource, "risk and accept", given));
        }
        malformed(resource, "risk", policy.risk(), into);
        malformed(resource, "accept", policy.accept(), into);
    }

    private static void malformed(Resource<Policy> resource, String field, Optional<String> code, Diagnostics into) {
        code.filter(c -> !CODE.matcher(c).matches())
                .ifPresent(c -> into.add(KindProblem.malformed(
                        resource, FieldPath.of(field), c, "the code of a risk, such as RSK0101")));
    }

    private static void fields(Resource<Policy> resource, Policy policy, Diagnostics into) {
        if (policy.accept().isPresent()) {
            if (policy.level().isPresent()) {
                into.add(KindProblem.contradiction(
                        resource, FieldPath.of("level"), "What is accepted has no level: take one of the two out."));
            }
            if (policy.until().isEmpty() || policy.because().isEmpty()) {
                into.add(KindProblem.needsAnother(
                        resource,
                        FieldPath.of("accept"),
                        "A risk is accepted until a day and for a reason: give \"until\" and \"because\"."));
            }
        } else if (policy.risk().isPresent()) {
            if (policy.level().isEmpty()) {
                into.add(KindProblem.needsAnother(
                        resource, FieldPath.of("risk"), "Say with \"level\" what is done about it."));
            }
            if (policy.until().isPresent()) {
                into.add(KindProblem.contradiction(
                        resource, FieldPath.of("until"), "Only what is accepted ends: write \"accept\" for \"risk\"."));
            }
        }
    }

    @Override
    public List<Binding<Policy>> bindings() {
        return List.of();
    }
}

package io.twinpath.risk;

import io.twinpath.diag.Span;
import io.twinpath.kind.policy.Policy;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Resource;
import io.twinpath.model.Spec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a site makes of findings. */
final class Policies {

    private record Named(String name, Policy policy, Span at) {}

    private final List<Named> policies = new ArrayList<>();
    private final LocalDate today;

    Policies(Spec spec, Instant now) {
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (Resource<?> resource : spec.resources().values()) {
            if (resource.desired().orElse(null) instanceof Policy policy) {
                policies.add(new Named(resource.address().name(), policy, resource.spanOf(FieldPath.of("accept"))));
            }
        }
    }

    Judged judge(Finding finding) {
        return new Judged(finding, level(finding), waiver(finding));
    }

    /** Of several that hold the one that says the most exactly for what; of two such the stricter one. */
    private Policy.Level level(Finding finding) {
        return about(finding)
                .filter(named -> named.policy.level().isPresent())
                .min(Comparator.comparingInt((Named named) -> -exactness(named.policy))
                        .thenComparing(named -> named.policy.level().orElseThrow()))
                .flatMap(named -> named.policy.level())
                .orElse(usual(finding.severity()));
    }

    private static Policy.Level usual(Severity severity) {
        return switch (severity) {
            case HIGH -> Policy.Level.REFUSE;
            case MEDIUM, LOW -> Policy.Level.WARN;
        };
    }

    private static int exactness(Policy policy) {
        return (policy.components().isEmpty() ? 0 : 2) + (policy.hosts().isEmpty() ? 0 : 1);
    }

    /** Of several that hold the one that ends last. */
    private Optional<Judged.Waiver> waiver(Finding finding) {
        return about(finding)
                .filter(named -> named.policy.accept().isPresent() && !over(named.policy, today))
                .max(Comparator.comparing((Named named) -> named.policy.until().orElseThrow())
                        .thenComparing(Named::name))
                .map(named -> new Judged.Waiver(
                        named.name,
                        named.policy.until().orElseThrow(),
                        named.policy.because().orElse(""),
                        named.at));
    }

    /** Whether an acceptance holds no longer. One without an end, which no loader lets through, never did. */
    static boolean over(Policy policy, LocalDate today) {
        return policy.until().filter(until -> !today.isAfter(until)).isEmpty();
    }

    private Stream<Named> about(Finding finding) {
        return policies.stream().filter(named -> holds(named.policy, finding));
    }

    /** A finding that is about more than a policy names is not covered by it. */
    private static boolean holds(Policy policy, Finding finding) {
        boolean hosts = policy.hosts().isEmpty()
                || (!finding.hosts().isEmpty() && policy.hosts().containsAll(finding.hosts()));
        boolean parts = policy.components().isEmpty() || policy.components().containsAll(finding.subjects());
        return policy.code().filter(finding.code()::equals).isPresent() && hosts && parts;
    }
}

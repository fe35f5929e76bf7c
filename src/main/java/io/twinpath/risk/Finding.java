package io.twinpath.risk;

import io.twinpath.diag.Span;
import io.twinpath.rig.part.Assumption;
import io.twinpath.rig.part.Component;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One thing that is dangerous, as data. A value: the same site gives the same findings.
 *
 * @param code of the {@link Rule}, explained in {@code src/docs/errors/CODE.md}
 * @param subjects what it is about, as components or addresses print; with the code its name, so never empty
 * @param severity how much it weighs before policies
 * @param title what is the matter, as a full sentence
 * @param components the parts whose failure, together, does it; empty when nothing has to fail
 * @param effects what comes of it, the worst first
 * @param hosts that take part, for policies that hold for hosts
 * @param assumptions what it rests on beside the facts
 * @param remedy what ends it, when there is something that helps for sure
 * @param at the line of the spec that causes it
 */
public record Finding(
        String code,
        SortedSet<String> subjects,
        Severity severity,
        String title,
        SortedSet<Component> components,
        List<Effect> effects,
        SortedSet<String> hosts,
        SortedSet<Assumption> assumptions,
        Optional<Remedy> remedy,
        Optional<Span> at) {

    /** The worst first, then by name. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(
                    Comparator.comparingInt((Finding f) -> f.effects.size()).reversed())
            .thenComparing(Finding::id);

    public Finding {
        subjects = frozen(subjects);
        components = frozen(components);
        effects = List.copyOf(effects);
        hosts = frozen(hosts);
        assumptions = frozen(assumptions);
        if (subjects.isEmpty()) {
            throw new IllegalArgumentException("a finding is about something: " + code);
        }
    }

    /** About one or more subjects; add what is known with the other methods. */
    public static Finding of(String code, Severity severity, String title, String... subjects) {
        return new Finding(
                code,
                new TreeSet<>(List.of(subjects)),
                severity,
                title,
                new TreeSet<>(),
                List.of(),
                new TreeSet<>(),
                new TreeSet<>(),
                Optional.empty(),
                Optional.empty());
    }

    /** About components that fail. */
    public static Finding of(String code, Severity severity, String title, Collection<Component> failed) {
        Finding finding = of(
                code, severity, title, failed.stream().map(Component::toString).toArray(String[]::new));
        return finding.with(failed, finding.effects);
    }

    /** Stable from run to run, for waivers, baselines and comparisons: {@code RSK0101:card:esxi3.lain.local/5}. */
    public String id() {
        return code + ":" + String.join("+", subjects);
    }

    /** The same with what fails and what comes of it. */
    public Finding with(Collection<Component> failed, List<Effect> what) {
        return new Finding(code, subjects, severity, title, sorted(failed), what, hosts, assumptions, remedy, at);
    }

    public Finding on(Collection<String> others) {
        return new Finding(
                code, subjects, severity, title, components, effects, sorted(others), assumptions, remedy, at);
    }

    public Finding on(String host) {
        return on(List.of(host));
    }

    public Finding assuming(Collection<Assumption> others) {
        return new Finding(code, subjects, severity, title, components, effects, hosts, sorted(others), remedy, at);
    }

    public Finding remedy(Remedy other) {
        return new Finding(
                code, subjects, severity, title, components, effects, hosts, assumptions, Optional.of(other), at);
    }

    public Finding at(Optional<Span> place) {
        return new Finding(code, subjects, severity, title, components, effects, hosts, assumptions, remedy, place);
    }

    private static <T extends Comparable<? super T>> SortedSet<T> sorted(Collection<T> items) {
        return new TreeSet<>(items);
    }

    private static <T extends Comparable<? super T>> SortedSet<T> frozen(Collection<T> items) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(items));
    }
}

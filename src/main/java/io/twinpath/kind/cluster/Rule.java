package io.twinpath.kind.cluster;

import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A rule on where virtual machines run.
 *
 * @param key the server's own, by which a rule is changed or removed
 */
public record Rule(
        @Doc("What it asks for.") Optional<Type> type,
        @Doc("Whether it is followed.") Optional<Boolean> enabled,

        @Doc("Whether it is followed at all costs, also by HA; only of rules about hosts.")
        Optional<Boolean> mandatory,

        @Doc("The virtual machines that run together or apart.")
        Optional<SortedSet<String>> vms,

        @Doc("The group of virtual machines that runs on hosts, or not on them.")
        Optional<String> vmGroup,

        @Doc("The group of hosts.") Optional<String> hostGroup,
        @Doc("Whether it is to be there.") Optional<State> state,
        @FoundOnly Optional<Integer> key) {

    /** What a rule asks for. */
    public enum Type {
        /** On one host. */
        TOGETHER,
        /** Each on another host. */
        APART,
        /** On hosts of a group. */
        ON_HOSTS,
        /** On no host of a group. */
        OFF_HOSTS;

        boolean aboutHosts() {
            return this == ON_HOSTS || this == OFF_HOSTS;
        }
    }

    /** Whether a rule is to be there. */
    public enum State {
        PRESENT,
        ABSENT
    }

    boolean absent() {
        return state.filter(s -> s == State.ABSENT).isPresent();
    }
}

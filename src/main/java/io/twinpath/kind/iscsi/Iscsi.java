package io.twinpath.kind.iscsi;

import io.twinpath.model.Desired;
import io.twinpath.model.Portal;
import io.twinpath.model.shape.Doc;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** The software iSCSI adapter of a host. A host has one at most; it is switched on or off, never made. */
public record Iscsi(
        @Doc("Whether software iSCSI is switched on.") boolean enabled,

        @Doc("The adapter's name; found when software iSCSI is on, else vmhba64 unless given here.")
        Optional<String> adapter,

        @Doc("The host's own IQN.") Optional<String> iqn,
        @Doc("The host's alias.") Optional<String> alias,

        @Doc("The VMkernel interfaces that sessions are bound to; exactly these.")
        Optional<SortedSet<String>> portBinding,

        @Doc("The portals that are asked for targets; exactly these.")
        Optional<SortedSet<Portal>> sendTargets,

        @Doc("The targets that are told instead of discovered; exactly these.")
        Optional<SortedSet<StaticTarget>> staticTargets,

        @Doc("How the host proves itself to targets.") Optional<Chap> chap,
        @Doc("How targets prove themselves to the host.") Optional<Chap> mutualChap,

        @Doc("Adapter parameters by esxcli's names, such as DelayedAck.")
        Map<String, String> parameters,

        @Doc(
                "Parameters for all targets that a portal of send_targets tells, by portal; \"inherit\" takes the adapter's.")
        Map<String, Map<String, String>> portalParameters,

        @Doc("Parameters of single targets, by PORTAL/IQN; \"inherit\" takes those of the portal or the adapter.")
        Map<String, Map<String, String>> targetParameters)
        implements Desired {

    /** Switched off, when nothing else can be told. */
    static Iscsi off() {
        return new Iscsi(
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Map.of());
    }

    /** Whether parameters of single portals or targets are managed. */
    boolean managesLevels() {
        return !portalParameters.isEmpty() || !targetParameters.isEmpty();
    }
}

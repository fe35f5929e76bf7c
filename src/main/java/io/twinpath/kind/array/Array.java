package io.twinpath.kind.array;

import io.twinpath.model.Desired;
import io.twinpath.model.Ipv4;
import io.twinpath.model.Portal;
import io.twinpath.model.shape.Doc;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** A storage array, as far as hosts see it. */
public record Array(
        @Doc("What it is, for people.") Optional<String> model,
        @Doc("Where it listens for iSCSI.") SortedSet<Portal> portals,

        @Doc("The portals of each of its controllers, by the controller's name.")
        Map<String, SortedSet<Portal>> controllers,

        @Doc("The IQN of its target.") Optional<String> iqn,
        @Doc("Its SCSI vendor, as hosts see it.") Optional<String> vendor,
        @Doc("Where it is managed.") Optional<Ipv4> management,
        @Doc("For people.") Optional<String> notes)
        implements Desired {}

package io.twinpath.kind.portgroup;

import io.twinpath.kind.Security;
import io.twinpath.kind.Teaming;
import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.ForcesReplace;
import io.twinpath.model.shape.Range;
import java.util.Optional;

/** A port group of a standard virtual switch. */
public record PortGroup(
        @ForcesReplace @Doc("The virtual switch that it belongs to.")
        String vswitch,

        @Doc("0 for untagged frames, 4095 for all VLANs.") @Range(min = 0, max = 4095)
        Optional<Integer> vlan,

        @Doc("What it overrides of the virtual switch's teaming. The same value, inherited, is not an override.")
        Optional<Teaming> teaming,

        @Doc("What it overrides of the virtual switch's security.")
        Optional<Security> security)
        implements Desired {}

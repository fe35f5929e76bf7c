package io.twinpath.kind.multipath;

import io.twinpath.model.shape.Doc;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A claim rule: which devices a storage array type plug-in takes, and with which path policy. The fields before
 * {@code claimOptions} say which devices; two rules that are equal there are the same rule.
 */
public record SatpRule(
        @Doc("The storage array type plug-in, such as VMW_SATP_ALUA.")
        String satp,

        @Doc("The SCSI vendor.") Optional<String> vendor,
        @Doc("The SCSI model.") Optional<String> model,
        @Doc("The driver of the adapter.") Optional<String> driver,
        @Doc("The transport, such as iscsi.") Optional<String> transport,
        @Doc("One device, by its NAA name.") Optional<String> device,

        @Doc("What the device must offer besides, such as tpgs_on.")
        Optional<String> claimOptions,

        @Doc("Options of the plug-in.") Optional<String> options,

        @Doc("The path selection policy, such as VMW_PSP_RR.")
        Optional<String> psp,

        @Doc("Options of the path selection policy, such as iops=1.")
        Optional<String> pspOptions,

        @Doc("For people.") Optional<String> description) {

    /** Whether it is about the same devices as another. */
    boolean selectsAs(SatpRule other) {
        return selection().equals(other.selection());
    }

    /** Which devices it is about, in one line. */
    String selection() {
        return Stream.of(
                        Optional.of(satp),
                        part("vendor", vendor),
                        part("model", model),
                        part("driver", driver),
                        part("transport", transport),
                        part("device", device))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private static Optional<String> part(String name, Optional<String> value) {
        return value.map(v -> name + "=" + v);
    }
}

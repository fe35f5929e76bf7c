package io.twinpath.lab.esxcli;

import java.util.List;

/**
 * A parameter that a module takes. Only some, of some modules: {@code LRO} is from an output of ESXi 6.0, {@code
 * iscsivmk_LunQDepth} from VMware's storage guide; the others stand for their like.
 */
record ModuleParameter(String name, String type, String description) {

    static List<ModuleParameter> of(String module) {
        return switch (module) {
            case "iscsi_vmk" ->
                List.of(
                        number("iscsivmk_HostQDepth", "Maximum Outstanding Commands Per Adapter"),
                        number("iscsivmk_LunQDepth", "Maximum Outstanding Commands Per LUN"));
            case "ixgbe", "ixgben" ->
                List.of(
                        numbers("LRO", "Large Receive Offload (0,1), default 1 = on"),
                        numbers("RSS", "Number of RSS queues"),
                        numbers("max_vfs", "Number of virtual functions"));
            case "bnx2x", "qfle3" ->
                List.of(
                        number("disable_tpa", "Disable the LRO feature"),
                        number("num_queues", "Number of queues"),
                        numbers("RSS", "Number of RSS queues"));
            case "mlx4_en" ->
                List.of(number("netq", "Enable NetQueue"), number("num_rings_per_rss", "Rings per RSS queue"));
            default -> List.of();
        };
    }

    private static ModuleParameter number(String name, String description) {
        return new ModuleParameter(name, "int", description);
    }

    private static ModuleParameter numbers(String name, String description) {
        return new ModuleParameter(name, "array of int", description);
    }
}

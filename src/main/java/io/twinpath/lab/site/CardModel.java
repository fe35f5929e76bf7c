package io.twinpath.lab.site;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The network cards that the lab knows: PCI identity, ports, and the driver that each release has for them. */
public enum CardModel {
    BROADCOM_5720("broadcom-5720", 0x14e4, 0x165f, 0x1028, 0x1f5b, 2, 1000) {
        @Override
        public Optional<String> driver(Release release) {
            return Optional.of(release.atLeast(6, 5) ? "ntg3" : "tg3");
        }
    },
    BROADCOM_57810("broadcom-57810", 0x14e4, 0x168e, 0x14e4, 0x1006, 2, 10_000) {
        @Override
        public Optional<String> driver(Release release) {
            return Optional.of(release.atLeast(6, 5) ? "qfle3" : "bnx2x");
        }
    },
    /** Served by a vmklinux driver only, and 7.0 has no vmklinux: from there on it is on the bus without a vmnic. */
    MELLANOX_CONNECTX2("mellanox-connectx2", 0x15b3, 0x6750, 0x15b3, 0x0018, 1, 10_000) {
        @Override
        public Optional<String> driver(Release release) {
            return release.atLeast(7, 0) ? Optional.empty() : Optional.of("mlx4_en");
        }
    },
    MELLANOX_CONNECTX3("mellanox-connectx3", 0x15b3, 0x1003, 0x15b3, 0x0055, 2, 10_000) {
        @Override
        public Optional<String> driver(Release release) {
            return release.atLeast(8, 0) ? Optional.empty() : Optional.of("nmlx4_en");
        }
    },
    INTEL_X520("intel-x520", 0x8086, 0x10fb, 0x8086, 0x0003, 2, 10_000) {
        @Override
        public Optional<String> driver(Release release) {
            return Optional.of(release.atLeast(6, 5) ? "ixgben" : "ixgbe");
        }
    };

    private final String id;
    private final int vendor;
    private final int device;
    private final int subVendor;
    private final int subDevice;
    private final int ports;
    private final int speed;

    CardModel(String id, int vendor, int device, int subVendor, int subDevice, int ports, int speed) {
        this.id = id;
        this.vendor = vendor;
        this.device = device;
        this.subVendor = subVendor;
        this.subDevice = subDevice;
        this.ports = ports;
        this.speed = speed;
    }

    /** The driver that serves it on a release; empty when none does. */
    public abstract Optional<String> driver(Release release);

    public static Optional<CardModel> named(String id) {
        return Arrays.stream(values()).filter(m -> m.id.equals(id)).findFirst();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(CardModel::id).toList();
    }

    /** As site files write it. */
    public String id() {
        return id;
    }

    public int vendor() {
        return vendor;
    }

    public int device() {
        return device;
    }

    public int subVendor() {
        return subVendor;
    }

    public int subDevice() {
        return subDevice;
    }

    public int ports() {
        return ports;
    }

    /** Mb/s. */
    public int speed() {
        return speed;
    }

    public String vendorName() {
        return switch (this) {
            case BROADCOM_5720, BROADCOM_57810 -> "Broadcom Corporation";
            case MELLANOX_CONNECTX2, MELLANOX_CONNECTX3 -> "Mellanox Technologies";
            case INTEL_X520 -> "Intel Corporation";
        };
    }

    public String deviceName() {
        return switch (this) {
            case BROADCOM_5720 -> "NetXtreme BCM5720 Gigabit Ethernet";
            case BROADCOM_57810 -> "QLogic 57810 10 Gigabit Ethernet Adapter";
            case MELLANOX_CONNECTX2 -> "MT26448 [ConnectX EN 10GigE, PCIe 2.0 5GT/s]";
            case MELLANOX_CONNECTX3 -> "MT27500 Family [ConnectX-3]";
            case INTEL_X520 -> "82599 10 Gigabit Dual Port Network Connection";
        };
    }

    /** The module that claims the PCI function; differs from the driver where the driver is stacked on a core module. */
    public String module(String driver) {
        return switch (driver) {
            case "mlx4_en" -> "mlx4_core";
            case "nmlx4_en" -> "nmlx4_core";
            default -> driver;
        };
    }

    /** The first three bytes of its MAC addresses. */
    String oui() {
        return switch (this) {
            case BROADCOM_5720 -> "18:66:da";
            case BROADCOM_57810 -> "00:0a:f7";
            case MELLANOX_CONNECTX2, MELLANOX_CONNECTX3 -> "00:02:c9";
            case INTEL_X520 -> "90:e2:ba";
        };
    }
}

package io.twinpath.lab.site;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which array type and path selection plugins a host picks for its devices. A rule decides when a device is claimed;
 * what is claimed already keeps its policy until someone sets it, reclaims it or restarts the host.
 */
public final class Claims {

    /** Default path selection per array type plugin, in the order {@code satp list} prints. */
    public static final Map<String, String> DEFAULT_PSP = defaults();

    private Claims() {}

    /** Every disk that a host has seen, its own ones included, by device name. */
    public static List<Disk> disks(Site site, Host host) {
        Set<String> seen = host.paths.stream().map(ScsiPath::device).collect(Collectors.toSet());
        Stream<Disk> shared =
                site.arrays.values().stream().flatMap(a -> a.luns.stream()).filter(d -> seen.contains(d.device()));
        return Stream.concat(host.localDisks.stream(), shared)
                .sorted(Comparator.comparing(Disk::device))
                .toList();
    }

    static void claimNew(Site site, Host host) {
        List<Disk> disks = disks(site, host);
        host.devices.keySet().retainAll(disks.stream().map(Disk::device).toList());
        disks.stream()
                .filter(d -> !host.devices.containsKey(d.device()))
                .forEach(d -> host.devices.put(d.device(), decide(host, d)));
    }

    /** Decides anew for every device that no person has set. */
    static void claimAll(Site site, Host host) {
        host.devices.values().removeIf(c -> !c.explicit);
        claimNew(site, host);
    }

    /** Decides anew for one device. */
    public static void reclaim(Site site, Host host, String device) {
        host.devices.remove(device);
        claimNew(site, host);
    }

    private static DeviceClaim decide(Host host, Disk disk) {
        boolean local = host.localDisks.contains(disk);
        Optional<SatpRule> rule =
                host.satpRules.stream().filter(r -> r.claims(disk)).findFirst();
        DeviceClaim claim = new DeviceClaim();
        claim.satp = local ? "VMW_SATP_LOCAL" : rule.map(r -> r.satp).orElse("VMW_SATP_ALUA");
        claim.psp = DEFAULT_PSP.getOrDefault(claim.satp, "VMW_PSP_FIXED");
        if (!local) {
            rule.filter(r -> !r.psp.isEmpty()).ifPresent(r -> claim.psp = r.psp);
            rule.ifPresent(r -> options(claim, r.pspOptions));
        }
        return claim;
    }

    private static void options(DeviceClaim claim, String options) {
        for (String option : options.split("[;,]", -1)) {
            String value = option.substring(option.indexOf('=') + 1);
            if (option.toLowerCase(Locale.ROOT).startsWith("iops=") && value.matches("[0-9]{1,9}")) {
                claim.iops = Integer.parseInt(value);
            } else if (option.toLowerCase(Locale.ROOT).startsWith("bytes=") && value.matches("[0-9]{1,9}")) {
                claim.bytes = Integer.parseInt(value);
            }
        }
    }

    private static Map<String, String> defaults() {
        Map<String, String> psp = new LinkedHashMap<>();
        for (String mru : List.of("ALUA", "MSA", "DEFAULT_AP")) {
            psp.put("VMW_SATP_" + mru, "VMW_PSP_MRU");
        }
        for (String fixed : List.of("SVC", "EQL", "INV", "EVA", "ALUA_CX", "SYMM")) {
            psp.put("VMW_SATP_" + fixed, "VMW_PSP_FIXED");
        }
        psp.put("VMW_SATP_CX", "VMW_PSP_MRU");
        psp.put("VMW_SATP_LSI", "VMW_PSP_MRU");
        psp.put("VMW_SATP_DEFAULT_AA", "VMW_PSP_FIXED");
        psp.put("VMW_SATP_LOCAL", "VMW_PSP_FIXED");
        return Collections.unmodifiableMap(psp);
    }
}

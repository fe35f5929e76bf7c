package io.twinpath.lab.site;

import java.time.Instant;
import java.util.Objects;

/** Sites and parts of them for tests. */
public final class Sites {

    public static final Instant MORNING = Instant.parse("2022-10-13T05:30:00Z");
    public static final String ESXI1 = "esxi1.lain.local";
    public static final String ESXI3 = "esxi3.lain.local";
    public static final String STOR1 = "naa.6001405a1b2c3d4e5f60718293a4b501";

    private Sites() {}

    public static Site lain() {
        return LabSites.open("lain-2022-10-13", MORNING).orElseThrow();
    }

    /** The one host of a generated site as that release, with more lines of its YAML. */
    public static Site generated(String release, String more) {
        String yaml =
                LabSites.generate(1, 7).replaceFirst("(?m)^    release: .*\n", "    release: " + release + "\n" + more);
        return new SiteReader("generated", LabSites::text).read(yaml, MORNING).orElseThrow();
    }

    public static Host host(Site site, String name) {
        return site.host(name);
    }

    public static VirtualSwitch vswitch(Site site, String host, String name) {
        return Objects.requireNonNull(site.host(host).vswitches.get(name));
    }

    public static PortGroup portGroup(Site site, String host, String name) {
        return Objects.requireNonNull(
                site.host(host).switchOf(name).orElseThrow().portGroups.get(name));
    }

    public static DeviceClaim claim(Site site, String host, String device) {
        return Objects.requireNonNull(site.host(host).devices.get(device));
    }

    /** Carries out operations that must succeed. */
    public static void happen(Site site, String... operations) {
        for (String operation : operations) {
            new Operations(site, MORNING)
                    .apply(Operation.parse(operation).orElseThrow())
                    .orElseThrow();
        }
    }
}

package io.twinpath.risk.rule;

import io.twinpath.risk.Rule;
import java.util.List;

/** All rules that are asked unless somebody asks for fewer. A new one adds its line here. */
public final class Rules {

    private static final List<Rule> STANDARD = List.of(
            new SinglePoint(),
            new OneCard(),
            new OneSwitch(),
            new BoundTeam(),
            new MtuMismatch(),
            new DistrustedCard(),
            new DriverlessCard(),
            new UnboundInterface(),
            new FixedPath(),
            new SinglePortal(),
            new OneFabric(),
            new ManagementUplink(),
            new IpHashChannel(),
            new WiringContradicted(),
            new LocalDisk(),
            new ComponentProtection(),
            new ApdContradiction(),
            new AdmissionControl(),
            new TiedMachine(),
            new UnfitReservation(),
            new EndingCertificate(),
            new ClockOffset(),
            new UnpersistedState(),
            new UnsupportedSoftware(),
            new ExpiredWaiver());

    private Rules() {}

    /** In the order of their codes. */
    public static List<Rule> standard() {
        return STANDARD;
    }
}

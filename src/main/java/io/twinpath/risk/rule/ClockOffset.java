package io.twinpath.risk.rule;

import io.twinpath.model.Address;
import io.twinpath.risk.Finding;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.Rule;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The clock of a host is more than five seconds off, as seen from where Twinpath runs. From five minutes on Kerberos refuses
 * tickets, and with them log-ins by a directory. Silent about hosts whose clock was not asked for.
 */
public final class ClockOffset implements Rule {

    private static final Duration TOLD = Duration.ofSeconds(5);
    private static final Duration HARMFUL = Duration.ofMinutes(5);

    @Override
    public String code() {
        return "RSK0302";
    }

    @Override
    public String summary() {
        return "Clock is off";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        scene.clocks().forEach((host, ahead) -> {
            if (ahead.abs().compareTo(TOLD) > 0) {
                findings.add(finding(scene, host, ahead));
            }
        });
        return findings;
    }

    private Finding finding(Scene scene, String host, Duration ahead) {
        Severity severity = ahead.abs().compareTo(HARMFUL) >= 0 ? Severity.MEDIUM : Severity.LOW;
        String title = "The clock of " + host + " is " + ahead.abs().toSeconds() + " s "
                + (ahead.isNegative() ? "behind" : "ahead of")
                + " the one here: logs of several hosts do not fit together.";
        Address ntp = Address.onHost("ntp", host, "client");
        return Finding.of(code(), severity, title, "clock:" + host)
                .on(host)
                .at(scene.place(ntp))
                .remedy(Remedy.of("Declare time servers under \"ntp\", and look whether the host reaches them."));
    }
}

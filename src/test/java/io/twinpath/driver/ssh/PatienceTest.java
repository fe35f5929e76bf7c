package io.twinpath.driver.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.driver.EsxcliCommand;
import io.twinpath.driver.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final Duration USUAL = Duration.ofMinutes(2);

    private static Duration of(String words, Option... options) {
        return Patience.of(EsxcliCommand.of(words, options), USUAL);
    }

    @Test
    void mostCommandsTakeSeconds() {
        assertThat(of("network nic up", Option.of("nic-name", "vmnic0"))).isEqualTo(USUAL);
        assertThat(of("network nic set", Option.of("timeout", 900))).isEqualTo(USUAL);
    }

    @Test
    void packagesTakeTheirTime() {
        assertThat(of("software vib install", Option.of("viburl", "/tmp/x.vib")))
                .isEqualTo(Duration.ofMinutes(20));
        assertThat(of("software vib remove", Option.of("vibname", "x"))).isEqualTo(Duration.ofMinutes(20));
    }

    /** Whoever lets a host wait five minutes must wait longer than the host. */
    @Test
    void enteringMaintenanceWaitsAsLongAsItWasTold() {
        assertThat(of("system maintenanceMode set", Option.of("timeout", 300))).isEqualTo(Duration.ofMinutes(7));
        assertThat(of("system maintenanceMode set", Option.of("timeout", "999999")))
                .isEqualTo(Duration.ofMinutes(62));
        assertThat(of("system maintenanceMode set", Option.of("timeout", "soon")))
                .isEqualTo(USUAL);
        assertThat(of("system maintenanceMode set")).isEqualTo(USUAL);
    }
}

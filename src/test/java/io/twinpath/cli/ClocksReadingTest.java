package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diag.Diagnostic;
import io.twinpath.probe.HostClock;
import io.twinpath.probe.ServerClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ClocksReadingTest {

    private static final ServerClock SILENT = new ServerClock.Silent("no answer in 2 s");

    private static HostClock clock(double least, double most) {
        return new HostClock(Duration.ofMillis((long) (least * 1000)), Duration.ofMillis((long) (most * 1000)));
    }

    private static ServerClock ahead(long seconds) {
        return new ServerClock.Told(Duration.ofSeconds(seconds));
    }

    private static List<Diagnostic> off(HostClock clock, Map<String, ServerClock> servers) {
        return ClocksReading.off("esxi1", clock, new TreeMap<>(servers));
    }

    @Test
    void aClockThatMayBeRightIsNoFinding() {
        assertThat(off(clock(-0.5, 0.9), Map.of())).isEmpty();
        assertThat(off(clock(0.9, 2.4), Map.of())).as("at most 0.9 s for sure").isEmpty();
        assertThat(off(clock(29.5, 30.9), Map.of("10.0.0.2", ahead(30)))).isEmpty();
    }

    @Test
    void aClockThatIsOffIsToldWithItsBounds() {
        assertThat(off(clock(12.1, 13.6), Map.of("10.0.0.2", ahead(0), "10.0.0.3", SILENT)))
                .singleElement()
                .satisfies(d -> assertThat(d.detail()).contains("between 12.1 and 13.6 s ahead of 10.0.0.2"))
                .satisfies(d -> assertThat(d.isError()).isFalse());
        assertThat(off(clock(-0.5, 0.9), Map.of("10.0.0.2", ahead(30))))
                .singleElement()
                .satisfies(d -> assertThat(d.detail()).contains("between 29.1 and 30.5 s behind 10.0.0.2"));
    }

    @Test
    void withoutAServerThisMachineIsTheMeasure() {
        assertThat(off(clock(-8.2, -6.9), Map.of()))
                .singleElement()
                .satisfies(d ->
                        assertThat(d.detail()).contains("between 6.9 and 8.2 s behind the clock of this machine."));
        assertThat(off(clock(-8.2, -6.9), Map.of("10.0.0.2", SILENT)))
                .singleElement()
                .satisfies(d -> assertThat(d.detail()).contains("no time server of the host answered"));
    }
}

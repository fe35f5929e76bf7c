package io.twinpath.rig.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.kind.Kinds;
import io.twinpath.spec.hardware.CatalogueReader;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CarryingTest {

    @Test
    void everyNameIsAKindAndStandsOnce() {
        List<String> names = Arrays.stream(Carrying.values())
                .flatMap(c -> c.kinds().stream())
                .toList();
        Kinds kinds = Kinds.standard(CatalogueReader.standard());
        assertThat(names)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(kinds.kind(name)).isPresent());
    }

    @Test
    void hostsAreAskedForWhatLeadsToMachinesAndNotForMachines() {
        assertThat(Carrying.onHosts("port_group")).isTrue();
        assertThat(Carrying.onHosts("mount")).isTrue();
        assertThat(Carrying.onHosts("vm")).isFalse();
        assertThat(Carrying.of("ntp")).isEmpty();
    }
}

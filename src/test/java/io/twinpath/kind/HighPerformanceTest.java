package io.twinpath.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Replies;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.kind.multipath.Multipath;
import io.twinpath.kind.multipath.MultipathKind;
import io.twinpath.lab.site.Release;
import io.twinpath.lab.site.Sites;
import io.twinpath.model.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Devices of the high-performance plug-in, which the native one does not list. */
class HighPerformanceTest {

    private static final String LOCAL = "naa.6d0946606d1c3e0029b5f1c20d4e7a13";

    static Stream<LabHost> hosts() {
        return Stream.of("7.0.3", "8.0.3", "9.0.0")
                .flatMap(v -> Stream.of(Format.XML, Format.TEXT).map(format -> host(v, format)));
    }

    private static LabHost host(String version, Format format) {
        LabHost host = new LabHost(Sites.lain(), Sites.ESXI3, format);
        host.host.release = new Release(version, 1, 0, 0);
        return host;
    }

    private static LabTrip<Multipath> multipath(LabHost host) {
        return new LabTrip<>(new MultipathKind(), host, "psa");
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void schemes(LabHost host) {
        assertThat(multipath(host).thereAndBack(Map.of("hpp", Map.of(LOCAL, Map.of("scheme", "LB-RR")))))
                .containsExactly("storage hpp device set --device=" + LOCAL + " --pss=LB-RR");
        Map<String, Object> counted = Map.of("hpp", Map.of(LOCAL, Map.of("scheme", "LB-IOPS", "iops", "100")));
        assertThat(multipath(host).thereAndBack(counted))
                .containsExactly("storage hpp device set --device=" + LOCAL + " --pss=LB-IOPS --iops=100");
        multipath(host).there(multipath(host).change(counted));
        assertThat(multipath(host)
                        .thereAndBack(Map.of("hpp", Map.of(LOCAL, Map.of("scheme", "LB-IOPS", "iops", "10")))))
                .containsExactly("storage hpp device set --device=" + LOCAL + " --pss=LB-IOPS --iops=10");
        assertThat(multipath(host).change(Map.of("hpp", Map.of(LOCAL, Map.of("scheme", "LB-IOPS")))))
                .isInstanceOf(Change.Keep.class);
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void aPolicyOfTheNativePluginMeansNothingToIt(LabHost host) {
        assertThat(multipath(host).blocked(Map.of("devices", Map.of(LOCAL, Map.of("psp", "VMW_PSP_FIXED")))))
                .contains("has claimed " + LOCAL, "under \"hpp\"");
    }

    /** Releases that do not know the command have no such plug-in. */
    @Test
    void olderReleasesHaveNone() {
        for (String version : List.of("6.0.0", "6.5.0", "6.7.0")) {
            LabTrip<Multipath> multipath = multipath(host(version, Format.TEXT));
            assertThat(multipath.blocked(Map.of("hpp", Map.of(LOCAL, Map.of("scheme", "LB-RR")))))
                    .contains("has not claimed " + LOCAL);
            assertThat(multipath.change(Map.of("devices", Map.of(LOCAL, Map.of("psp", "VMW_PSP_FIXED")))))
                    .isInstanceOf(Change.Keep.class);
        }
    }

    @Test
    void itIsAskedOnlyWhenItMatters() {
        LabHost host = host("8.0.3", Format.XML);
        EsxcliQuery list = EsxcliQuery.of("storage hpp device list");
        Binding<Multipath> binding = new MultipathKind().bindings().get(0);
        var address = multipath(host).address();
        for (Map<String, Object> written : List.<Map<String, Object>>of(
                Map.of("vendors", Map.of("LIO-ORG", Map.of("psp", "VMW_PSP_RR"))), Map.of())) {
            Optional<Multipath> wanted = new MultipathKind().shape().restore(RoundTripTest.fields(written));
            Replies replies = host.ask(binding.queries(address, wanted, Replies.none()), Replies.none());
            assertThat(binding.queries(address, wanted, replies)).doesNotContain(list);
        }
    }
}

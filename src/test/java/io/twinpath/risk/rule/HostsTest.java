package io.twinpath.risk.rule;

import static io.twinpath.risk.rule.Asking.NOBODY;
import static io.twinpath.risk.rule.Asking.ask;
import static io.twinpath.risk.rule.Asking.titles;
import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.kind.certificate.HostCertificate;
import io.twinpath.kind.image.Image;
import io.twinpath.kind.kernelmodule.KernelModule;
import io.twinpath.kind.service.Service;
import io.twinpath.kind.vib.Vib;
import io.twinpath.model.Address;
import io.twinpath.risk.Finding;
import io.twinpath.risk.RigSketch;
import io.twinpath.risk.SceneSketch;
import io.twinpath.risk.Severity;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What rules say of hosts themselves, and of what was accepted. */
class HostsTest {

    private static List<Finding> certificate(String spec, int days) {
        return ask(
                new EndingCertificate(),
                SceneSketch.of(spec)
                        .found(
                                Address.onHost("host_certificate", "a", "api"),
                                new HostCertificate(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(SceneSketch.NOW
                                                .plus(days, ChronoUnit.DAYS)
                                                .toString()),
                                        Optional.empty())));
    }

    @Test
    void certificatesThatHaveEndedOrEndSoon() {
        assertThat(certificate(NOBODY, -1)).singleElement().satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Severity.HIGH);
            assertThat(f.title()).isEqualTo("The certificate of a ended at 2022-10-12T07:30:00Z.");
        });
        assertThat(certificate(NOBODY, 29)).extracting(Finding::severity).containsExactly(Severity.LOW);
        assertThat(certificate(NOBODY, 31)).isEmpty();
        assertThat(certificate("hosts: {a: {host_certificate: {min_days: 60}}}", 31))
                .hasSize(1);
    }

    @Test
    void clocksThatAreOff() {
        SceneSketch scene = SceneSketch.of(NOBODY)
                .clock("a", Duration.ofSeconds(-400))
                .clock("b", Duration.ofSeconds(6))
                .clock("c", Duration.ofSeconds(5));
        assertThat(titles(new ClockOffset(), scene))
                .containsExactly(
                        "The clock of a is 400 s behind the one here: logs of several hosts do not fit together.",
                        "The clock of b is 6 s ahead of the one here: logs of several hosts do not fit together.");
    }

    private static List<String> module(boolean enabled, boolean loaded, String driver) {
        RigSketch rig = new RigSketch();
        rig.host("a").card("s", "broadcom-57810", driver, "vmnic4");
        return titles(
                new UnpersistedState(),
                SceneSketch.of(NOBODY)
                        .rig(rig)
                        .found(
                                Address.onHost("kernel_module", "a", "qfle3"),
                                new KernelModule(
                                        Optional.of(enabled), Map.of(), Optional.of(loaded), new TreeSet<>())));
    }

    @Test
    void aDriverThatIsNotThereAfterTheNextStart() {
        assertThat(module(false, true, "qfle3"))
                .containsExactly(
                        "The driver qfle3 of s runs on a and is not enabled: after the next start these cards have none.");
        assertThat(module(true, true, "qfle3")).isEmpty();
        assertThat(module(false, true, "bnx2x")).isEmpty();
        assertThat(module(false, false, "qfle3")).isEmpty();
    }

    @Test
    void aPackageThatWaitsForTheNextStart() {
        assertThat(titles(
                        new UnpersistedState(),
                        SceneSketch.of(NOBODY).found(Address.onHost("vib", "a", "qfle3"), vib(Optional.of("1.0"), ""))))
                .containsExactly("a runs version 1.0 of qfle3, and starts next time with 2.0.");
        assertThat(titles(
                        new UnpersistedState(),
                        SceneSketch.of(NOBODY).found(Address.onHost("vib", "a", "qfle3"), vib(Optional.empty(), ""))))
                .isEmpty();
    }

    private static Vib vib(Optional<String> running, String level) {
        return new Vib(Optional.of("2.0"), Optional.empty(), Optional.empty(), Optional.of(level), running);
    }

    @Test
    void aServiceThatDoesNotStartWithItsHost() {
        String wanted = "hosts: {a: {services: {TSM-SSH: {running: true}}}}";
        Address address = Address.onHost("service", "a", "TSM-SSH");
        Service off = new Service(Optional.of(Service.Policy.OFF), Optional.of(true));
        Service on = new Service(Optional.of(Service.Policy.ON), Optional.of(true));
        assertThat(titles(new UnpersistedState(), SceneSketch.of(wanted).found(address, off)))
                .containsExactly(
                        "The spec wants the service TSM-SSH of a to run, and it does not start with the host.");
        assertThat(titles(new UnpersistedState(), SceneSketch.of(wanted).found(address, on)))
                .isEmpty();
        assertThat(titles(new UnpersistedState(), SceneSketch.of(NOBODY).found(address, off)))
                .isEmpty();
    }

    @Test
    void softwareThatNobodyVouchesFor() {
        Address bundle = Address.onHost("vib", "a", "ghetto");
        assertThat(titles(
                        new UnsupportedSoftware(),
                        SceneSketch.of(NOBODY)
                                .found(bundle, vib(Optional.empty(), "CommunitySupported"))
                                .found(
                                        Address.onHost("image", "a", "image"),
                                        new Image(Image.Acceptance.COMMUNITY_SUPPORTED))))
                .containsExactly(
                        "The package ghetto of a is CommunitySupported.",
                        "a takes packages that nobody vouches for (CommunitySupported).");
        assertThat(titles(
                        new UnsupportedSoftware(),
                        SceneSketch.of(NOBODY).found(bundle, vib(Optional.empty(), "PartnerSupported"))))
                .isEmpty();
    }

    @Test
    void codesAreGivenOnceAndInOrder() {
        List<String> codes = Rules.standard().stream().map(rule -> rule.code()).toList();
        assertThat(codes).isSorted().doesNotHaveDuplicates();
        assertThat(Rules.standard()).extracting(rule -> rule.summary()).doesNotHaveDuplicates();
    }
}

package io.twinpath.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.driver.api.Vcsim;
import io.twinpath.lab.site.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another's client against the hosts of the lab, and another's server with what that client saved of them. */
class GovcIT {

    private static final String ESXI1 = "esxi1.lain.local";
    private static final String ESXI3 = "esxi3.lain.local";

    @TempDir
    Path folder = Path.of("");

    private Lab lab = unopened();

    private static Lab unopened() {
        return Lab.open("lain-2022-10-13", LabOptions.NONE).orElseThrow();
    }

    @BeforeEach
    void needsGovc() {
        Peers.need("govc");
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private String centre(String... words) throws IOException, InterruptedException {
        return govc(lab.endpoints().vcenter().orElseThrow(), words).good();
    }

    private ApiEndpoint agent(String host) {
        return Objects.requireNonNull(lab.endpoints().hosts().get(host)).api();
    }

    private static Peers.Ran govc(ApiEndpoint api, String... words) throws IOException, InterruptedException {
        return Peers.run(Peers.govc(api), "govc", words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "about | API type:     VirtualCenter",
                "ls | /host",
                "find / -type h | esxi3.lain.local",
                "host.info -host esxi3.lain.local | Manufacturer:    Dell Inc.",
                "host.vswitch.info -host esxi1.lain.local | Pnic:                    vmnic2, vmnic4",
                "host.portgroup.info -host esxi1.lain.local | Name:                    iSCSI-B",
                "host.vnic.info -host esxi1.lain.local | IP address:        10.21.0.111",
                "host.storage.info -host esxi1.lain.local | naa.6001405a1b2c3d4e5f60718293a4b501",
                "host.storage.info -t hba -host esxi1.lain.local | iSCSI Software Adapter",
                "host.service.ls -host esxi1.lain.local | TSM-SSH",
                "host.option.ls -host esxi1.lain.local Misc.APDTimeout | 140",
                "host.date.info -host esxi1.lain.local | NTP servers",
                "datastore.info stor1-vm | Capacity:  8192.0 GB",
                "vm.info pomf | esxi3.lain.local",
                "option.ls config.vpxd.network.rollback | true",
                "object.collect -s /Datacenter/datastore/stor1-vm summary.type | VMFS",
            })
    void readsTheSite(String command, String expected) throws Exception {
        assertThat(centre(command.split(" ", -1))).contains(expected);
    }

    @Test
    void aHostAnswersForItself() throws Exception {
        assertThat(govc(agent(ESXI3), "about").good()).contains("HostAgent", "6.7.0");
        assertThat(govc(agent(ESXI3), "find", "/", "-type", "h").good())
                .contains(ESXI3)
                .doesNotContain(ESXI1);
        assertThat(govc(agent(ESXI3), "host.vnic.info").good()).contains("10.20.0.113");
    }

    @Test
    void whatIsChangedThroughOneServerIsSeenThroughTheOther() throws Exception {
        centre("host.option.set", "-host", ESXI3, "Misc.APDTimeout", "150");
        centre("host.service", "-host", ESXI3, "stop", "TSM-SSH");
        centre("host.vswitch.add", "-host", ESXI3, "vSwitch9");

        assertThat(govc(agent(ESXI3), "host.option.ls", "Misc.APDTimeout").good())
                .contains("150");
        assertThat(govc(agent(ESXI3), "host.service", "status", "TSM-SSH").good())
                .containsIgnoringCase("stopped");
        assertThat(govc(agent(ESXI3), "host.vswitch.info").good()).contains("vSwitch9");
    }

    @Test
    void aHostWithoutPowerIsNotRespondingAndItsOwnApiGone() throws Exception {
        ApiEndpoint gone = agent(ESXI3);
        lab.apply(Operation.parse("power esxi3.lain.local off").orElseThrow()).orElseThrow();

        assertThat(centre(
                        "object.collect",
                        "-s",
                        "/Datacenter/host/" + parent() + "/" + ESXI3,
                        "runtime.connectionState"))
                .contains("notResponding");
        assertThat(govc(gone, "about").exit()).isNotZero();
    }

    private String parent() throws IOException, InterruptedException {
        Matcher found = Pattern.compile("/Datacenter/host/([^/\n]+)/" + Pattern.quote(ESXI3))
                .matcher(centre("find", "/", "-type", "h"));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void aWrongPasswordIsRefused() throws Exception {
        ApiEndpoint api = agent(ESXI1);
        ApiEndpoint wrong = new ApiEndpoint(api.url(), api.user(), "not-this", api.sha256());
        Peers.Ran refused = govc(wrong, "about");
        assertThat(refused.exit()).isNotZero();
        assertThat(refused.out()).contains("incorrect user name or password");
    }

    /** The simulator of govmomi believes what its own tool saved of this lab, and tells it again. */
    @Test
    void whatGovcSavesLoadsIntoVcsim() throws Exception {
        Path rig = folder.resolve("rig");
        centre("object.save", "-d", rig.toString());
        try (Vcsim saved = Vcsim.start("-load", rig.toString())) {
            for (String command : new String[] {
                "find / -type h",
                "host.vswitch.info -host " + ESXI1,
                "host.vnic.info -host " + ESXI1,
                "object.collect -s /Datacenter/host/lain/" + ESXI1
                        + " config.storageDevice.softwareInternetScsiEnabled",
                "object.collect -s /Datacenter/host/lain/" + ESXI1 + " config.network.vswitch",
            }) {
                String[] words = command.split(" ", -1);
                assertThat(Peers.run(saved.govc(), "govc", words).good())
                        .as(command)
                        .isEqualTo(centre(words));
            }
        }
    }
}

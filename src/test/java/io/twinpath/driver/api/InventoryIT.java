package io.twinpath.driver.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.driver.Reader;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Secret;
import io.twinpath.driver.Secrets;
import io.twinpath.driver.vim.Vim25;
import io.twinpath.kind.Binding;
import io.twinpath.kind.inventory.Inventory;
import io.twinpath.kind.inventory.InventoryKind;
import io.twinpath.kind.inventory.Machine;
import io.twinpath.lab.ApiEndpoint;
import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import io.twinpath.model.Observed;
import io.twinpath.model.Transport;
import io.twinpath.model.Way;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The inventory of the lab's vCenter, and of one that others wrote. */
class InventoryIT {

    @Test
    void ofTheLab() throws Exception {
        try (Lab lab = Lab.open("lain-2022-10-13", LabOptions.NONE).orElseThrow();
                ApiDriver driver = driver(lab.endpoints().vcenter().orElseThrow())) {
            Inventory inventory = read(driver);
            assertThat(inventory.hosts()).containsOnlyKeys("esxi1.lain.local", "esxi2.lain.local", "esxi3.lain.local");
            assertThat(inventory.hosts().values()).allSatisfy(host -> {
                assertThat(host.connection()).contains(Inventory.Connection.CONNECTED);
                assertThat(host.cluster()).contains("lain");
                assertThat(host.processors()).isPresent();
                assertThat(host.memory()).isPresent();
                assertThat(host.datastores()).isNotEmpty();
                assertThat(host.networks()).isNotEmpty();
            });
            assertThat(requireNonNull(inventory.clusters().get("lain")).hosts())
                    .isEqualTo(inventory.hosts().keySet());
            Machine pomf = requireNonNull(inventory.machines().get("pomf"));
            assertThat(pomf.read()).isTrue();
            assertThat(pomf.power()).contains(Machine.Power.ON);
            assertThat(pomf.host()).contains("esxi3.lain.local");
            assertThat(pomf.disks()).containsKeys("Hard disk 1", "Hard disk 2");
            assertThat(inventory.datastores().keySet())
                    .containsAll(pomf.disks().values())
                    .contains(pomf.home().orElseThrow());
            assertThat(pomf.networks()).isNotEmpty();
            assertThat(requireNonNull(inventory.hosts().get("esxi3.lain.local")).networks())
                    .containsAll(pomf.networks());
            assertThat(inventory.datastores().values())
                    .allMatch(d -> d.devices().isPresent() || !d.servers().isEmpty());
            assertThat(requireNonNull(inventory.machines().get("pfsense")).latencySensitivity())
                    .contains(Machine.LatencySensitivity.HIGH);
        }
    }

    @Test
    void ofVcsim() throws Exception {
        try (Vcsim vcsim = Vcsim.start("-host", "3");
                ApiDriver driver = vcsim.vcenter()) {
            Inventory inventory = read(driver);
            assertThat(inventory.clusters()).containsOnlyKeys("DC0_C0");
            assertThat(requireNonNull(inventory.clusters().get("DC0_C0")).hosts())
                    .hasSize(3);
            assertThat(inventory.hosts()).hasSize(4);
            assertThat(requireNonNull(inventory.hosts().get("DC0_H0")).cluster())
                    .isEmpty();
            Machine machine = requireNonNull(inventory.machines().get("DC0_C0_RP0_VM0"));
            assertThat(machine.disks()).containsValue("LocalDS_0");
            assertThat(machine.home()).contains("LocalDS_0");
            assertThat(machine.networks()).containsExactly("DC0_DVPG0");
            assertThat(machine.host().map(inventory.hosts()::containsKey)).contains(true);
        }
    }

    private static Inventory read(ApiDriver driver) throws Exception {
        Binding<Inventory> binding = new InventoryKind().binding(Transport.API).orElseThrow();
        Replies replies = Replies.none();
        try (Reader reader = driver.reader(Way.VCENTER)) {
            var queries = binding.queries(InventoryKind.SITE, Optional.empty(), replies);
            queries.forEach(Vim25::sound);
            replies.add(reader.ask(queries));
            assertThat(binding.queries(InventoryKind.SITE, Optional.empty(), replies))
                    .isEqualTo(queries);
        }
        Observed<Inventory> observed = binding.read(InventoryKind.SITE, Optional.empty(), replies);
        if (observed instanceof Observed.Present<Inventory> present) {
            return present.value();
        }
        throw new AssertionError(observed.toString());
    }

    private static ApiDriver driver(ApiEndpoint at) {
        URI url = URI.create(at.url());
        ApiTarget target = new ApiTarget(
                Way.VCENTER,
                url.getHost(),
                url.getPort(),
                at.user(),
                Optional.of(ApiTarget.Password.known(Secret.of(at.password()))),
                Optional.of(at.sha256()));
        return new ApiDriver(
                List.of(target),
                Map.of(),
                new CertificatePins(Path.of("target/none")),
                Secrets.none(),
                ApiLimits.standard());
    }
}

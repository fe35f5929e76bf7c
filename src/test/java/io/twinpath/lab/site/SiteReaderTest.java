package io.twinpath.lab.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Result;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SiteReaderTest {

    private static Result<Site> read(String yaml) {
        return new SiteReader("site.yml", LabSites::text).read(yaml, Sites.MORNING);
    }

    private static Diagnostic wrong(String yaml) {
        assertThat(read(yaml)).as(yaml).isInstanceOf(Result.Failed.class);
        return read(yaml).diagnostics().getFirst();
    }

    @Test
    void bundledSitesLoad() {
        for (String name : LabSites.bundled()) {
            Result<Site> site = LabSites.open(name, Sites.MORNING);
            assertThat(site.diagnostics()).isEmpty();
            assertThat(site.orElseThrow().name).isEqualTo(name);
            assertThat(site.orElseThrow().hosts).hasSize(3);
        }
    }

    @Test
    void anInstalledSiteHasNewNamesAndTheOldConfiguration() {
        Site site = LabSites.open("lain-cards-installed", Sites.MORNING).orElseThrow();

        assertThat(Hardware.nics(Sites.ESXI3, site.host(Sites.ESXI3)))
                .extracting(Nic::name)
                .containsExactly("vmnic0", "vmnic1", "vmnic5", "vmnic6", "vmnic7", "vmnic8");
        assertThat(new Reach(site).manageable(Sites.ESXI3)).isTrue();
        assertThat(new Effects(site).vm("pomf")).isEqualTo(Effects.VmState.STALLED);
    }

    @Test
    void generatedSitesLoadAndAreHealthy() {
        for (int hosts : List.of(1, 7, 250)) {
            String yaml = LabSites.generate(hosts, 3);
            assertThat(yaml).isEqualTo(LabSites.generate(hosts, 3)).isNotEqualTo(LabSites.generate(hosts, 4));
            Site site = read(yaml).orElseThrow();
            assertThat(site.hosts).hasSize(hosts);
            assertThat(site.hosts.values()).allMatch(h -> h.paths.size() == 2);
            assertThat(site.hosts.keySet()).allMatch(new Reach(site)::manageable);
        }
    }

    @Test
    void aReleaseMayBeNamedByItsVersion() {
        for (String version : List.of("6.0", "6.5", "6.7", "7.0", "8.0", "9.0")) {
            for (String written : List.of(version, "\"" + version + "\"")) {
                Site site = read("base: lain-2022-10-13\nhosts: {esxi3.lain.local: {release: " + written + "}}")
                        .orElseThrow();
                assertThat(site.host(Sites.ESXI3).release.version()).startsWith(version + ".");
                assertThat(site.host(Sites.ESXI1).release.version()).isEqualTo("6.7.0");
            }
        }
        Site site = read("{host_defaults: {release: 8.0.1}, hosts: {a: {}, b: {release: 7.0.3}}}")
                .orElseThrow();
        assertThat(site.host("a").release).isEqualTo(new Release("8.0.1", 21_495_797, 1, 0));
        assertThat(site.host("b").release).isEqualTo(new Release("7.0.3", 24_784_741, 3, 150));
        assertThat(wrong("hosts: {a: {release: 7}}").detail())
                .contains("hosts.a.release")
                .contains("6.0, 6.5, 6.7, 7.0, 8.0, 9.0");
        assertThat(wrong("hosts: {a: {release: 5.5}}").detail()).contains("by the name 5.5");
    }

    @Test
    void mistakesAreNamedByTheirKeyPath() {
        assertThat(wrong("hosts: {a: {passwort: x}}").detail())
                .contains("hosts.a: unknown key \"passwort\"")
                .contains("known are");
        assertThat(wrong("hosts: {a: {passwort: x}}").hints()).contains("Did you mean \"password\"?");
        assertThat(wrong("hosts: {a: {vswitches: {v: {mtu: big}}}}").detail()).contains("hosts.a.vswitches.v.mtu: ");
        assertThat(wrong("networks: {n: {subnet: 10.0.0.0/24}}").detail()).contains("networks.n");
        assertThat(wrong("hosts: {a: {iscsi: {bound: [vmk1]}}}").code()).isEqualTo("LAB0104");
        assertThat(wrong("hosts: {a: {cards: {\"3\": {model: broadcom-57810}}}}")
                        .code())
                .isEqualTo("LAB0104");
        assertThat(wrong("vms: {v: {host: nowhere}}").detail()).contains("vms.v.host: no host is named \"nowhere\"");
        assertThat(wrong("name: a\nname: b").code()).isEqualTo("LAB0103");
        assertThat(wrong("base: nowhere").code()).isEqualTo("LAB0101");
        assertThat(wrong("base: lain-2022-10-13\nevents: [dance]").code()).isEqualTo("LAB0202");
        assertThat(wrong("name: ~").code()).isEqualTo("LAB0103");
        for (String nonsense :
                List.of("", "[]", "42", "a: [", "\t", "hosts: 3", "hosts: {a: 3}", "events: 3\nhosts: [a]")) {
            assertThat(wrong(nonsense).code()).as(nonsense).isEqualTo("LAB0103");
        }
    }

    @Test
    void machinesAndClustersAreChecked() {
        String base = "base: lain-2022-10-13\n";
        for (String[] mistake : new String[][] {
            {"vms: {git: {cpus: 0}}", "vms.git.cpus"},
            {"vms: {git: {latency: extreme}}", "vms.git.latency"},
            {"vms: {git: {disks: [nowhere]}}", "vms.git.disks.Hard disk 1.datastore"},
            {"vms: {git: {adapters: {Network adapter 1: {network: nowhere}}}}", "adapters.Network adapter 1.network"},
            {"vms: {git: {cpu: {shares: many}}}", "vms.git"},
            {"clusters: {lain: {hosts: [nowhere]}}", "clusters.lain.hosts"},
            {"clusters: {lain: {ha: {on_apd: restart}}}", "clusters.lain.ha.on_apd"},
            {"clusters: {lain: {overrides: {git: {restart_priority: soon}}}}", "overrides.git.restart_priority"},
            {"clusters: {lain: {rules: {r: {kind: ON_HOSTS, vm_group: g, host_group: h}}}}", "rules.r."},
            {"clusters: {two: {hosts: [esxi1.lain.local]}}", "is in two clusters"},
            {
                "distributed_switches: {d: {hosts: {esxi1.lain.local: {Uplink 1: vmnic3}}}}",
                "distributed_switches.d.hosts"
            },
        }) {
            assertThat(wrong(base + mistake[0]).code()).as(mistake[0]).isEqualTo("LAB0104");
            assertThat(wrong(base + mistake[0]).detail()).contains(mistake[1]);
        }
        assertThat(wrong(base + "clusters: {lain: {ha: {on_adp: disabled}}}").hints())
                .contains("Did you mean \"on_apd\"?");
        assertThat(wrong(base + "clusters: {lain: {rules: {r: {kind: NEAR}}}}").code())
                .isEqualTo("LAB0103");
        assertThat(wrong("hosts: {a: {}}\nclusters: {c: {hosts: [a]}}").detail())
                .contains("has a vCenter");
    }

    @Test
    void aListOfDatastoresStandsForDisks() {
        Vm git = read("base: lain-2022-10-13\nvms: {git: {disks: [stor1-vm, stor2-backup]}}")
                .orElseThrow()
                .vm("git");

        assertThat(git.disks).containsOnlyKeys("Hard disk 1", "Hard disk 2");
        assertThat(git.home).isEqualTo("stor1-vm");
        assertThat(git.disks.values()).extracting(d -> d.key).containsExactly(2000, 2001);
        Site generated = read(LabSites.generate(40, 1)).orElseThrow();
        assertThat(generated.clusters).containsOnlyKeys("cluster1", "cluster2");
        assertThat(generated.vcenter).isNotNull();
    }

    @Test
    void anyDamageGivesASiteOrAReason() {
        String good = LabSites.text("lain-2022-10-13").orElseThrow();
        Random random = new Random(11);
        for (int i = 0; i < 150; i++) {
            StringBuilder bad = new StringBuilder(good);
            for (int n = 0; n < 3; n++) {
                bad.setCharAt(random.nextInt(bad.length()), "{}[]:,x0\n-\"&*~ ".charAt(random.nextInt(15)));
            }
            Result<Site> result = read(bad.toString());
            assertThat(result instanceof Result.Ok || !result.diagnostics().isEmpty())
                    .isTrue();
        }
    }
}

package io.twinpath.kind;

import io.twinpath.kind.advanced.AdvancedKind;
import io.twinpath.kind.array.ArrayKind;
import io.twinpath.kind.card.CardKind;
import io.twinpath.kind.certificate.CertificateKind;
import io.twinpath.kind.cluster.ClusterKind;
import io.twinpath.kind.datastore.DatastoreKind;
import io.twinpath.kind.dns.DnsKind;
import io.twinpath.kind.domain.DomainKind;
import io.twinpath.kind.dvportgroup.DvPortGroupKind;
import io.twinpath.kind.dvs.DvsKind;
import io.twinpath.kind.firewall.FirewallKind;
import io.twinpath.kind.firewallruleset.FirewallRulesetKind;
import io.twinpath.kind.host.HostKind;
import io.twinpath.kind.image.ImageKind;
import io.twinpath.kind.inventory.InventoryKind;
import io.twinpath.kind.iscsi.IscsiKind;
import io.twinpath.kind.kernelmodule.KernelModuleKind;
import io.twinpath.kind.maintenance.MaintenanceKind;
import io.twinpath.kind.migration.MigrationKind;
import io.twinpath.kind.mount.MountKind;
import io.twinpath.kind.multipath.MultipathKind;
import io.twinpath.kind.netstack.NetstackKind;
import io.twinpath.kind.netswitch.NetSwitchKind;
import io.twinpath.kind.nic.NicKind;
import io.twinpath.kind.ntp.NtpKind;
import io.twinpath.kind.policy.PolicyKind;
import io.twinpath.kind.portgroup.PortGroupKind;
import io.twinpath.kind.probe.ProbeKind;
import io.twinpath.kind.route.RouteKind;
import io.twinpath.kind.service.ServiceKind;
import io.twinpath.kind.snmp.SnmpKind;
import io.twinpath.kind.sshkeys.SshKeysKind;
import io.twinpath.kind.syslog.SyslogKind;
import io.twinpath.kind.vib.VibKind;
import io.twinpath.kind.vm.VmKind;
import io.twinpath.kind.vmkernel.VMkernelKind;
import io.twinpath.kind.vswitch.VSwitchKind;
import io.twinpath.model.Catalogue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The kinds that are known, by name.
 *
 * @param byName in the order of their names
 */
public record Kinds(SortedMap<String, Kind<?>> byName) {

    public Kinds {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    /** Every kind that Twinpath has. A new one adds its line here. */
    public static Kinds standard(Catalogue catalogue) {
        return of(List.of(
                new CardKind(catalogue),
                new NicKind(),
                new VSwitchKind(),
                new PortGroupKind(),
                new NetstackKind(),
                new VMkernelKind(),
                new IscsiKind(),
                new MultipathKind(),
                new MountKind(),
                new AdvancedKind(),
                new KernelModuleKind(),
                new ImageKind(),
                new VibKind(),
                new MaintenanceKind(),
                new ServiceKind(),
                new NtpKind(),
                new SshKeysKind(),
                new CertificateKind(),
                new DnsKind(),
                new FirewallKind(),
                new FirewallRulesetKind(),
                new RouteKind(),
                new SnmpKind(),
                new SyslogKind(),
                new ClusterKind(),
                new VmKind(),
                new DvsKind(),
                new DvPortGroupKind(),
                new MigrationKind(),
                new ArrayKind(),
                new NetSwitchKind(),
                new DomainKind(),
                new DatastoreKind(),
                new ProbeKind(),
                new PolicyKind(),
                new HostKind(),
                new InventoryKind()));
    }

    public static Kinds of(List<Kind<?>> kinds) {
        SortedMap<String, Kind<?>> byName = new TreeMap<>();
        for (Kind<?> kind : kinds) {
            if (byName.put(kind.name(), kind) != null) {
                throw new IllegalArgumentException("two kinds are called " + kind.name());
            }
        }
        return new Kinds(byName);
    }

    /**
     * These and one more.
     *
     * @throws IllegalArgumentException when its name is taken, or the place of a spec where it would be written
     */
    public Kinds and(Kind<?> kind) {
        declarable().byName.values().stream()
                .filter(other -> other.placement().level() == kind.placement().level()
                        && other.placement().keys().equals(kind.placement().keys()))
                .filter(other -> !other.name().equals(kind.name()))
                .findFirst()
                .ifPresent(other -> {
                    throw new IllegalArgumentException(kind.name() + " would be written where " + other.name() + " is: "
                            + String.join(".", kind.placement().keys()));
                });
        List<Kind<?>> all = new ArrayList<>(byName.values());
        all.add(kind);
        return of(all);
    }

    /** Those that a spec can hold: all but the ones that are only read, or follow from others. */
    public Kinds declarable() {
        return of(byName.values().stream()
                .filter(kind -> kind.role() != Kind.Role.OBSERVED && kind.role() != Kind.Role.DERIVED)
                .toList());
    }

    /** The kinds of which resources can stand on one of this kind, directly or through others; without itself. */
    public Set<String> above(String name) {
        Set<String> above = new TreeSet<>();
        boolean grows = true;
        while (grows) {
            grows = byName.values().stream()
                    .filter(kind -> kind.standsOn().contains(name)
                            || kind.standsOn().stream().anyMatch(above::contains))
                    .map(Kind::name)
                    .filter(kind -> !kind.equals(name))
                    .map(above::add)
                    .reduce(false, Boolean::logicalOr);
        }
        return above;
    }

    /** The kinds of which collections stand inside resources of this kind. */
    public Set<String> within(String name) {
        return kind(name)
                .map(outer -> byName.values().stream()
                        .filter(inner -> outer.placement().encloses(inner.placement()))
                        .map(Kind::name)
                        .collect(Collectors.toSet()))
                .orElseGet(Set::of);
    }

    public Optional<Kind<?>> kind(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}

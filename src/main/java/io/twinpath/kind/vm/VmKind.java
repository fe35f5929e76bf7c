package io.twinpath.kind.vm;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Needs;
import io.twinpath.kind.Placement;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Delta;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Resource;
import io.twinpath.model.RiskClass;
import io.twinpath.model.Way;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Virtual machines. */
public final class VmKind implements Kind<Vm> {

    private static final String FULL = "full";

    @Override
    public String name() {
        return "vm";
    }

    @Override
    public String title() {
        return "a virtual machine";
    }

    @Override
    public Class<Vm> type() {
        return Vm.class;
    }

    @Override
    public Placement placement() {
        return Placement.site("vms");
    }

    /** Without a vCenter its host tells of it, and changes it. */
    @Override
    public Optional<String> place(Address self, Optional<Vm> wanted, boolean vcenter) {
        return vcenter ? Optional.of(Way.VCENTER) : wanted.flatMap(Vm::host);
    }

    /** Its data would go with it. */
    @Override
    public boolean removable() {
        return false;
    }

    @Override
    public void check(Resource<Vm> resource, Diagnostics into) {
        VmRules.check(resource, into);
    }

    @Override
    public Set<String> standsOn() {
        return Set.of("cluster");
    }

    @Override
    public Set<Address> requires(Address self, Vm value) {
        return value.cluster().map(c -> Needs.inSite("cluster", c)).orElseGet(Set::of);
    }

    /** Reservations in full become numbers, and settings that are to go and are not there need no change. */
    @Override
    public Vm settle(Vm desired, Vm found) {
        Map<String, String> advanced = new LinkedHashMap<>(desired.advanced());
        advanced.entrySet()
                .removeIf(e -> e.getValue().isEmpty() && !found.advanced().containsKey(e.getKey()));
        return new Vm(
                desired.cluster(),
                desired.host(),
                desired.disks(),
                desired.networks(),
                desired.rebootSafe(),
                desired.powerCycle(),
                desired.latencySensitivity(),
                desired.cpu().map(c -> settled(c, found)),
                desired.memory().map(m -> settled(m, found)),
                desired.numaNodes(),
                Collections.unmodifiableMap(advanced),
                desired.migrationOverrides(),
                desired.ha(),
                desired.drs(),
                desired.notes(),
                desired.facts());
    }

    /** More than the host's cores can give is full as well: a machine keeps its number when it moves to a slower host. */
    private static Cpu settled(Cpu wanted, Vm found) {
        if (!wanted.reservation().equals(Optional.of(FULL))) {
            return wanted;
        }
        int count = wanted.count().or(() -> found.cpu().flatMap(Cpu::count)).orElse(0);
        Optional<Long> full = found.facts().flatMap(VmFacts::cpuMhz).map(mhz -> (long) mhz * count);
        Optional<String> now = found.cpu().flatMap(Cpu::reservation);
        boolean enough = full.isPresent()
                && now.filter(n -> Long.parseLong(n) >= full.orElseThrow()).isPresent();
        return wanted.reserving(enough ? now : full.map(String::valueOf));
    }

    private static Memory settled(Memory wanted, Vm found) {
        if (!wanted.reservation().equals(Optional.of(FULL))) {
            return wanted;
        }
        boolean locked = wanted.locked().orElse(false);
        return wanted.reserving(
                locked
                        ? Optional.empty()
                        : wanted.size()
                                .or(() -> found.memory().flatMap(Memory::size))
                                .map(String::valueOf));
    }

    /** What all its processors take of its host, in MHz. */
    static Optional<Long> fullCpu(Vm vm) {
        return vm.facts()
                .flatMap(VmFacts::cpuMhz)
                .flatMap(mhz -> vm.cpu().flatMap(Cpu::count).map(n -> (long) mhz * n));
    }

    /** As an author would write it: full where it is, and nothing that every new virtual machine has. */
    @Override
    public Vm written(Vm observed) {
        return VmWritten.of(observed);
    }

    @Override
    public Optional<Obstacle> obstacle(Resource<Vm> resource, Observed<Vm> observed) {
        return obstacle(resource, observed, Set.of());
    }

    @Override
    public Optional<Obstacle> obstacle(Resource<Vm> resource, Observed<Vm> observed, Set<String> changing) {
        String name = resource.address().name();
        return switch (observed) {
            case Observed.Absent<Vm> a ->
                resource.desired()
                        .map(d -> new Obstacle.HandsOn(
                                "There is no virtual machine " + name + ", and none is made from here."));
            case Observed.Present<Vm> p -> resource.desired().flatMap(d -> obstacle(name, d, p.value(), changing));
            case Observed.Unreadable<Vm> u -> Optional.empty();
        };
    }

    private Optional<Obstacle> obstacle(String name, Vm desired, Vm found, Set<String> changing) {
        Vm wanted = settle(desired, found);
        return compare(wanted, found).isEmpty()
                ? Optional.empty()
                : VmObstacles.between(name, wanted, found, shape().overlay(wanted, found), changing);
    }

    @Override
    public RiskClass risk(Change<Vm> change) {
        return switch (change) {
            case Change.Update<Vm> c -> RiskClass.VM;
            case Change.Replace<Vm> c -> RiskClass.VM;
            case Change.Delete<Vm> c -> RiskClass.VM;
            case Change.Create<Vm> c -> RiskClass.HARMLESS;
            case Change.Keep<Vm> c -> RiskClass.HARMLESS;
            case Change.Blocked<Vm> c -> RiskClass.HARMLESS;
        };
    }

    @Override
    public List<String> notes(Change<Vm> change) {
        if (!(change instanceof Change.Update<Vm> update)) {
            return List.of();
        }
        List<String> notes = new ArrayList<>();
        Held held = update.observed().facts().map(VmFacts::held).orElse(Held.NOT);
        held.unseen()
                .forEach((label, why) ->
                        notes.add(label + ": " + why + " It moves when the steps of that host have put that right."));
        held.doubts().forEach((label, doubt) -> notes.add(label + ": " + doubt));
        if (!update.observed().runs()) {
            return List.copyOf(notes);
        }
        if (NeedsPowerOff.between(update.observed(), update.target()).isPresent()) {
            notes.add("Its power is cut and given back, as the spec allows; the guest is not asked.");
        } else if (update.deltas().stream().anyMatch(VmKind::atPowerOn)) {
            notes.add(
                    "It runs, and reads most advanced settings and its latency sensitivity when it is powered on: until"
                            + " then they may have no effect. A restart of the guest is not enough. Nothing is restarted for it.");
        }
        return notes;
    }

    private static boolean atPowerOn(Delta delta) {
        String first = delta.path().segments().get(0);
        return first.equals("advanced") || first.equals("numa_nodes") || first.equals("latency_sensitivity");
    }

    @Override
    public List<Binding<Vm>> bindings() {
        return List.of(new VmApi());
    }
}

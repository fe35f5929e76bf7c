package io.twinpath.toy;

import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.kind.Placement;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.PortRef;
import io.twinpath.model.Resource;
import io.twinpath.model.RiskClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cards that are seated by hand, switches that claim uplinks, groups that need switches, VMs that nothing applies yet. */
public final class ToyKinds {

    private ToyKinds() {}

    public static Kinds all() {
        return Kinds.of(List.of(new CardKind(), new SwitchKind(), new GroupKind(), new VmKind(), new ArrayKind()));
    }

    public static Address card(String host, String name) {
        return Address.onHost("card", host, name);
    }

    public static Address vswitch(String host, String name) {
        return Address.onHost("switch", host, name);
    }

    public static Address group(String host, String name) {
        return Address.onHost("group", host, name);
    }

    record CardKind() implements Kind<ToyCard> {
        @Override
        public String name() {
            return "card";
        }

        @Override
        public String title() {
            return "a card";
        }

        @Override
        public Class<ToyCard> type() {
            return ToyCard.class;
        }

        @Override
        public Placement placement() {
            return Placement.hostNamed("cards");
        }

        @Override
        public List<String> ports(ToyCard observed) {
            return observed.ports();
        }

        @Override
        public Optional<Obstacle> obstacle(Resource<ToyCard> resource, Observed<ToyCard> observed) {
            boolean right = observed instanceof Observed.Present<ToyCard> p
                    && resource.desired()
                            .filter(d -> d.model().equals(p.value().model()))
                            .isPresent();
            return right
                    ? Optional.empty()
                    : Optional.of(new Obstacle.HandsOn(
                            "Put the right card into " + resource.address().name() + "."));
        }

        @Override
        public List<Binding<ToyCard>> bindings() {
            return List.of(new ToyWords<>(
                    this,
                    row -> new ToyCard(row.text("model"), row.list("ports")),
                    card -> ToyWords.Row.of("model", card.model(), "ports", String.join(",", card.ports()))));
        }
    }

    record SwitchKind() implements Kind<ToySwitch> {
        @Override
        public String name() {
            return "switch";
        }

        @Override
        public String title() {
            return "a switch";
        }

        @Override
        public Class<ToySwitch> type() {
            return ToySwitch.class;
        }

        @Override
        public Placement placement() {
            return Placement.hostNamed("switches");
        }

        @Override
        public Set<String> claims(ToySwitch value) {
            return value.uplinks().stream()
                    .flatMap(Set::stream)
                    .map(p -> "uplink " + p)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public boolean narrows(ToySwitch observed, ToySwitch target) {
            return target.mtu().orElse(1500) < observed.mtu().orElse(1500);
        }

        @Override
        public RiskClass risk(Change<ToySwitch> change) {
            return change instanceof Change.Create<ToySwitch> ? RiskClass.HARMLESS : RiskClass.LIFELINE;
        }

        @Override
        public List<Binding<ToySwitch>> bindings() {
            return List.of(new ToyWords<>(this, SwitchKind::read, SwitchKind::row));
        }

        private static ToySwitch read(ToyWords.Row row) {
            TreeSet<PortRef> uplinks =
                    row.list("uplinks").stream().map(PortRef::parse).collect(Collectors.toCollection(TreeSet::new));
            return new ToySwitch(
                    Optional.of(uplinks), row.number("mtu"), row.number("size"), Optional.ofNullable(row.get("label")));
        }

        private static ToyWords.Row row(ToySwitch value) {
            Stream<PortRef> uplinks = value.uplinks().stream().flatMap(Set::stream);
            ToyWords.Row row =
                    ToyWords.Row.of("uplinks", uplinks.map(PortRef::toString).collect(Collectors.joining(",")));
            value.mtu().ifPresent(mtu -> row.put("mtu", mtu.toString()));
            value.size().ifPresent(size -> row.put("size", size.toString()));
            return row;
        }
    }

    record GroupKind() implements Kind<ToyGroup> {
        @Override
        public String name() {
            return "group";
        }

        @Override
        public String title() {
            return "a group";
        }

        @Override
        public Class<ToyGroup> type() {
            return ToyGroup.class;
        }

        @Override
        public Placement placement() {
            return Placement.hostNamed("groups");
        }

        @Override
        public Set<Address> requires(Address self, ToyGroup value) {
            return Set.of(vswitch(self.host().orElseThrow(), value.on()));
        }

        @Override
        public List<Binding<ToyGroup>> bindings() {
            return List.of(new ToyWords<>(this, row -> new ToyGroup(row.text("on"), row.number("vlan")), value -> {
                ToyWords.Row row = ToyWords.Row.of("on", value.on());
                value.vlan().ifPresent(vlan -> row.put("vlan", vlan.toString()));
                return row;
            }));
        }
    }

    /** Managed in name, with no words yet. */
    record VmKind() implements Kind<ToyGroup> {
        @Override
        public String name() {
            return "vm";
        }

        @Override
        public String title() {
            return "a virtual machine";
        }

        @Override
        public Class<ToyGroup> type() {
            return ToyGroup.class;
        }

        @Override
        public Placement placement() {
            return Placement.site("vms");
        }

        @Override
        public List<Binding<ToyGroup>> bindings() {
            return List.of();
        }
    }

    /** Only told about. */
    record ArrayKind() implements Kind<ToyGroup> {
        @Override
        public String name() {
            return "array";
        }

        @Override
        public String title() {
            return "an array";
        }

        @Override
        public Class<ToyGroup> type() {
            return ToyGroup.class;
        }

        @Override
        public Placement placement() {
            return Placement.site("arrays");
        }

        @Override
        public Role role() {
            return Role.DECLARED;
        }

        @Override
        public List<Binding<ToyGroup>> bindings() {
            return List.of();
        }
    }
}

package io.twinpath.lab.vim;

import io.twinpath.lab.site.Vm;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds entities by what people know them by. */
final class SearchIndex implements ManagedObject {

    private static final String KIND = "SearchIndex";

    private final World world;
    private final Ref self;

    private SearchIndex(World world, Ref self) {
        this.world = world;
        this.self = self;
    }

    static Ref ref(World world) {
        return ServiceInstance.part(world, KIND, KIND, "ha-searchindex");
    }

    static Optional<ManagedObject> find(World world, Ref ref) {
        return ref.equals(ref(world)) ? Optional.of(new SearchIndex(world, ref)) : Optional.empty();
    }

    @Override
    public Ref self() {
        return self;
    }

    @Override
    public Data properties() {
        return Data.of(KIND);
    }

    @Override
    public Methods methods() {
        return Methods.none()
                .reads("FindByInventoryPath", call -> byPath(call.text("inventoryPath")))
                .reads("FindChild", call -> child(call.argument("entity").ref(), call.text("name")))
                .reads("FindByUuid", call -> first(byUuid(call)))
                .reads("FindAllByUuid", call -> Optional.of(io.twinpath.lab.soap.Listing.refs(byUuid(call).stream())))
                .reads("FindByDnsName", call -> first(byName(call)))
                .reads("FindByIp", call -> first(byIp(call)));
    }

    private Optional<Value> byPath(String path) {
        Ref here = Folder.ROOT.ref(world);
        for (String step : path.split("/", -1)) {
            if (!step.isEmpty()) {
                Optional<Value> next = child(here, step);
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                here = (Ref) next.orElseThrow();
            }
        }
        return Optional.of(here);
    }

    private Optional<Value> child(Ref of, String name) {
        return world.object(of).contained().stream()
                .filter(r -> world.nameOf(r).equals(name))
                .findFirst()
                .map(r -> r);
    }

    private List<Ref> byUuid(Call call) {
        String uuid = call.text("uuid");
        if (!call.method().flag("vmSearch").orElse(false)) {
            return world.hosts().stream()
                    .filter(h -> world.host(h).uuid.equalsIgnoreCase(uuid))
                    .map(world::hostRef)
                    .toList();
        }
        return world.site().vms.entrySet().stream()
                .filter(v -> identified(
                        v.getValue(), uuid, call.method().flag("instanceUuid").orElse(false)))
                .filter(v -> world.manages(v.getValue().host))
                .map(Map.Entry::getKey)
                .map(v -> world.ref("VirtualMachine", v))
                .toList();
    }

    private static boolean identified(Vm vm, String uuid, boolean instance) {
        return (instance ? vm.instanceUuid : vm.uuid).equalsIgnoreCase(uuid);
    }

    private List<Ref> byName(Call call) {
        String name = call.text("dnsName");
        return call.method().flag("vmSearch").orElse(false)
                ? List.of()
                : world.hosts().stream()
                        .filter(name::equalsIgnoreCase)
                        .map(world::hostRef)
                        .toList();
    }

    private List<Ref> byIp(Call call) {
        String ip = call.text("ip");
        return call.method().flag("vmSearch").orElse(false)
                ? List.of()
                : world.hosts().stream()
                        .filter(h -> world.host(h).vmkernel.values().stream()
                                .anyMatch(v -> v.address().equals(ip)))
                        .map(world::hostRef)
                        .toList();
    }

    private static Optional<Value> first(List<Ref> found) {
        return found.stream().findFirst().map(r -> r);
    }
}

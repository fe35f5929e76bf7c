package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.Scalar;
import io.twinpath.lab.soap.Value;
import io.twinpath.lab.vim.host.HostParts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings of a server itself, which the lab only shows: among them whether vCenter takes back what cut a host off. */
final class ServerSettings implements ManagedObject {

    private static final String KIND = "OptionManager";

    private final World world;
    private final Ref self;

    private ServerSettings(World world, Ref self) {
        this.world = world;
        this.self = self;
    }

    static Ref ref(World world) {
        return ServiceInstance.part(world, KIND, "VpxSettings", "HostAgentSettings");
    }

    /** The settings of the server, or the advanced options of a host. */
    static Optional<ManagedObject> find(World world, Ref ref) {
        return ref.equals(ref(world)) ? Optional.of(new ServerSettings(world, ref)) : HostParts.find(world, ref);
    }

    @Override
    public Ref self() {
        return self;
    }

    @Override
    public Data properties() {
        return Data.of(KIND).put("setting", listed(all())).unset("supportedOption");
    }

    @Override
    public Methods methods() {
        return Methods.none()
                .reads("QueryOptions", call -> query(call.method().text("name").orElse("")));
    }

    private List<Data> all() {
        return world.vcenter()
                ? List.of(
                        setting("config.vpxd.network.rollback", Boolean.toString(world.centre().networkRollback)),
                        setting("VirtualCenter.InstanceName", world.centre().name))
                : List.of(setting("Vpx.Vpxa.config.log.level", "verbose"));
    }

    private static Data setting(String key, String value) {
        return Data.of("OptionValue").text("key", key).any("value", Scalar.of(value));
    }

    private static Listing listed(List<Data> settings) {
        return Listing.of("OptionValue", settings.stream());
    }

    private Optional<Value> query(String name) {
        Stream<Data> found = all().stream()
                .filter(s -> s.field("key")
                        .map(k -> k instanceof Scalar key
                                && (key.text().equals(name)
                                        || (key.text().startsWith(name) && (name.isEmpty() || name.endsWith(".")))))
                        .orElse(false));
        List<Data> settings = found.toList();
        if (settings.isEmpty()) {
            throw Faults.invalidName(name, Optional.empty());
        }
        return Optional.of(listed(settings));
    }
}

package io.twinpath.kind.maintenance;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Script;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Maintenance mode in the words of {@code esxcli system maintenanceMode}. */
final class MaintenanceSsh implements Binding<Maintenance> {

    private static final EsxcliQuery GET = EsxcliQuery.of("system maintenanceMode get");

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    @Override
    public Observed<Maintenance> read(Address address, Optional<Maintenance> wanted, Replies replies)
            throws UnreadableException {
        return new Observed.Present<>(new Maintenance(enabled(replies), Optional.empty(), Optional.empty()));
    }

    private static boolean enabled(Replies replies) throws UnreadableException {
        String word = replies.scalar(GET);
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "enabled", "true" -> true;
            case "disabled", "false" -> false;
            default ->
                throw new UnreadableException(
                        "\"" + GET + "\" should answer Enabled or Disabled, and answered \"" + word + "\".");
        };
    }

    @Override
    public List<Query> census() {
        return List.of(GET);
    }

    /** Being out of it is what every host that works is. */
    @Override
    public Map<Address, Optional<Maintenance>> found(Scope.Host host, Replies replies) throws UnreadableException {
        return enabled(replies) ? Map.of(new Address("maintenance", host, "mode"), Optional.empty()) : Map.of();
    }

    @Override
    public List<Command> script(Change<Maintenance> change) {
        return switch (change) {
            case Change.Update<Maintenance> c -> set(c.target());
            case Change.Replace<Maintenance> c -> set(c.target());
            case Change.Keep<Maintenance> c -> List.of();
            case Change.Create<Maintenance> c -> List.of();
            case Change.Delete<Maintenance> c -> List.of();
            case Change.Blocked<Maintenance> c -> List.of();
        };
    }

    /** Always with a time: without one the host waits for its virtual machines for ever. */
    private static List<Command> set(Maintenance target) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("enable", target.enabled()));
        options.add(Option.of("timeout", MaintenanceKind.patience(target).count()));
        if (target.enabled()) {
            target.vsan().ifPresent(v -> options.add(Option.of("vsanmode", v.word())));
        }
        return new Script().add("system maintenanceMode set", options).commands();
    }
}

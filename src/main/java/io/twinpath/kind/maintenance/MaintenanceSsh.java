package io.twinpath.kind.maintenance;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.kind.Script;
import io.twinpath.kind.Standing;
import io.twinpath.model.Address;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Maintenance mode in the words of {@code esxcli system maintenanceMode}. */
final class MaintenanceSsh implements Standing<Maintenance> {

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

    /** Always with a time: without one the host waits for its virtual machines for ever. */
    @Override
    public List<Command> change(Address address, Maintenance before, Maintenance after) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("enable", after.enabled()));
        options.add(Option.of("timeout", MaintenanceKind.patience(after).count()));
        if (after.enabled()) {
            after.vsan().ifPresent(v -> options.add(Option.of("vsanmode", v.word())));
        }
        return new Script().add("system maintenanceMode set", options).commands();
    }
}

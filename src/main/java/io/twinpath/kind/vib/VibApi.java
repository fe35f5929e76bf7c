package io.twinpath.kind.vib;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Listing;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Software packages as {@code HostImageConfigManager} lists them, from release 6.5 on. It installs none. */
final class VibApi implements Binding<Vib> {

    private static final MethodQuery LIST =
            MethodQuery.of(new Handle.Manager("imageConfigManager"), "fetchSoftwarePackages");

    /** The API's names of levels and how a host spells them. */
    private static final Map<String, String> LEVELS = Map.of(
            "vmware_certified", "VMwareCertified",
            "vmware_accepted", "VMwareAccepted",
            "partner", "PartnerSupported",
            "community", "CommunitySupported");

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public Optional<String> lacks(Vib wanted) {
        return wanted.installFrom().isPresent()
                ? Optional.of("The API installs no single packages.")
                : Optional.empty();
    }

    @Override
    public List<Query> queries(Address address, Optional<Vib> wanted, Replies known) {
        return List.of(LIST);
    }

    @Override
    public Observed<Vib> read(Address address, Optional<Vib> wanted, Replies replies) throws UnreadableException {
        for (Node read : replies.result(LIST).all("returnval")) {
            if (read.text("name").filter(address.name()::equals).isPresent()) {
                return new Observed.Present<>(new Vib(
                        Optional.of(read.requiredText("version")),
                        Optional.empty(),
                        read.text("vendor"),
                        level(read),
                        Optional.empty()));
            }
        }
        return new Observed.Absent<>();
    }

    private static Optional<String> level(Node read) {
        return read.text("acceptanceLevel").map(word -> LEVELS.getOrDefault(word, word));
    }

    @Override
    public List<Query> census() {
        return List.of(LIST);
    }

    /** Those that nobody vouches for, as over SSH. */
    @Override
    public Map<Address, Optional<Vib>> found(Scope.Host host, Replies replies) throws UnreadableException {
        Map<Address, Optional<Vib>> found = new LinkedHashMap<>();
        for (Node read : replies.result(LIST).all("returnval")) {
            if (level(read).filter("CommunitySupported"::equals).isPresent()) {
                found.put(Listing.address(VibKind.KIND, host, read.requiredText("name")), Optional.empty());
            }
        }
        return found;
    }

    /** None over this transport. */
    @Override
    public List<Command> script(Change<Vib> change) {
        return List.of();
    }
}

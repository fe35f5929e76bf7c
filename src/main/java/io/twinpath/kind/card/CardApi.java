package io.twinpath.kind.card;

import io.twinpath.driver.Command;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.Binding;
import io.twinpath.kind.HostProperties;
import io.twinpath.model.Address;
import io.twinpath.model.Catalogue;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cards from {@code hardware.pciDevice} and {@code config.network.pnic}. */
final class CardApi implements Binding<Card> {

    private static final String PCI = "hardware.pciDevice";
    private static final String NICS = "config.network.pnic";
    private static final PropertyQuery LIST = HostProperties.query(PCI, NICS);

    private final Catalogue catalogue;

    CardApi(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public List<Query> queries(Address address, Optional<Card> wanted, Replies known) {
        return List.of(LIST);
    }

    /** Only some releases tell slots. */
    @Override
    public Optional<String> lacks(Card wanted, Replies known) {
        try {
            return known.has(LIST) ? missing(cards(known), Optional.of(wanted)) : Optional.empty();
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }

    @Override
    public Observed<Card> read(Address address, Optional<Card> wanted, Replies replies) throws UnreadableException {
        Cards cards = cards(replies);
        Optional<String> missing = missing(cards, wanted);
        if (missing.isPresent()) {
            throw new UnreadableException(missing.orElseThrow());
        }
        return cards.find(address, wanted);
    }

    private static Optional<String> missing(Cards cards, Optional<Card> wanted) {
        return wanted.flatMap(Card::slot)
                .filter(slot -> cards.devices().stream().allMatch(d -> d.slot().isEmpty()))
                .map(
                        slot ->
                                "This host's API does not tell which slot a card sits in; say where it is by \"pci\" or \"mac\".");
    }

    private Cards cards(Replies replies) throws UnreadableException {
        List<PciDevice> devices = new ArrayList<>();
        for (Node device : HostProperties.items(replies, LIST, PCI)) {
            devices.add(PciDevice.of(device));
        }
        if (devices.isEmpty()) {
            throw new UnreadableException("The host told no PCI devices.");
        }
        return new Cards(
                catalogue,
                devices,
                HostProperties.items(replies, LIST, NICS).stream().map(Nic::of).toList());
    }

    @Override
    public List<Query> census() {
        return List.of(LIST);
    }

    @Override
    public Map<Address, Optional<Card>> found(Scope.Host host, Replies replies) throws UnreadableException {
        return cards(replies).all(host);
    }

    /** No command puts a card into a host. */
    @Override
    public List<Command> script(Change<Card> change) {
        return List.of();
    }
}

package io.twinpath.kind.card;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.kind.Binding;
import io.twinpath.model.Address;
import io.twinpath.model.Catalogue;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cards from {@code hardware pci list} and {@code network nic list}; from 8.0 on the first may leave the vmnic's name out. */
final class CardSsh implements Binding<Card> {

    private static final EsxcliQuery PCI = EsxcliQuery.of("hardware pci list");
    private static final EsxcliQuery NICS = EsxcliQuery.of("network nic list");
    private static final Replies.View<List<PciDevice>> DEVICES = new Replies.View<>(PCI, PciDevice::all);
    private static final Replies.View<List<Nic>> PORTS = new Replies.View<>(NICS, Nic::all);

    private final Catalogue catalogue;

    CardSsh(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    @Override
    public List<Query> queries(Address address, Optional<Card> wanted, Replies known) {
        return List.of(PCI, NICS);
    }

    @Override
    public Observed<Card> read(Address address, Optional<Card> wanted, Replies replies) throws UnreadableException {
        return cards(replies).find(address, wanted);
    }

    private Cards cards(Replies replies) throws UnreadableException {
        return new Cards(catalogue, replies.view(DEVICES), replies.view(PORTS));
    }

    @Override
    public List<Query> census() {
        return List.of(PCI, NICS);
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

package io.twinpath.kind.host;

import io.twinpath.driver.MethodQuery;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.host.HostState.Neighbour;
import io.twinpath.kind.host.HostState.Protocol;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What switches announce of themselves, {@code PhysicalNicHintInfo}. Standard switches hear CDP only; where both are heard, CDP
 * is told. A host answers slowly: a switch announces itself once a minute.
 */
final class Neighbours {

    /** Of all ports. */
    static final MethodQuery HINTS = MethodQuery.of(new Handle.Manager("networkSystem"), "QueryNetworkHint");

    private static final String NAME = "System Name";

    private Neighbours() {}

    static Optional<Map<String, Neighbour>> of(Replies replies) throws UnreadableException {
        if (Told.refused(replies, HINTS)) {
            return Optional.empty();
        }
        Map<String, Neighbour> neighbours = new LinkedHashMap<>();
        for (Node hint : replies.result(HINTS).all("returnval")) {
            String port = hint.requiredText("device");
            hint.child("connectedSwitchPort")
                    .flatMap(Neighbours::cdp)
                    .or(() -> hint.child("lldpInfo").flatMap(Neighbours::lldp))
                    .ifPresent(neighbour -> neighbours.put(port, neighbour));
        }
        return Optional.of(neighbours);
    }

    private static Optional<Neighbour> cdp(Node info) {
        return Told.words(info.text("devId"))
                .map(device -> new Neighbour(Protocol.CDP, device, Told.words(info.text("portId"))));
    }

    /** The chassis' id is often a MAC address; a name, where there is one, says more. */
    private static Optional<Neighbour> lldp(Node info) {
        Optional<String> name = info.all("parameter").stream()
                .filter(p -> p.text("key").filter(NAME::equals).isPresent())
                .findFirst()
                .flatMap(p -> Told.words(p.text("value")));
        return name.or(() -> Told.words(info.text("chassisId")))
                .map(device -> new Neighbour(Protocol.LLDP, device, Told.words(info.text("portId"))));
    }
}

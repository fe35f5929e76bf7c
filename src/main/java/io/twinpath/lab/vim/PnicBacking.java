package io.twinpath.lab.vim;

import io.twinpath.lab.site.DistributedSwitch;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The ports of a host in a distributed switch as the API writes them, and back. An uplink's key is its place in the switch. */
public final class PnicBacking {

    private PnicBacking() {}

    public static Data data(DistributedSwitch found, Map<String, String> ports) {
        Stream<Data> specs = ports.entrySet().stream()
                .map(port -> Data.of("DistributedVirtualSwitchHostMemberPnicSpec")
                        .text("pnicDevice", port.getValue())
                        .text("uplinkPortKey", Integer.toString(found.uplinks.indexOf(port.getKey())))
                        .number("connectionCookie", 0));
        return Data.of("DistributedVirtualSwitchHostMemberPnicBacking")
                .list("pnicSpec", "DistributedVirtualSwitchHostMemberPnicSpec", specs);
    }

    public static List<String> vmnics(Element backing) {
        return backing.all("pnicSpec").stream().map(p -> p.need("pnicDevice")).toList();
    }

    /** By uplinks. A port without a key gets the first uplink that is free; one for whom none is left is refused. */
    public static NavigableMap<String, String> ports(DistributedSwitch found, Element backing) {
        NavigableMap<String, String> ports = new TreeMap<>();
        List<String> left = new ArrayList<>();
        for (Element spec : backing.all("pnicSpec")) {
            String vmnic = spec.need("pnicDevice");
            String key = spec.text("uplinkPortKey").orElse("");
            if (key.isEmpty()) {
                left.add(vmnic);
            } else if (ports.put(uplink(found, key), vmnic) != null) {
                throw Faults.inUse("DistributedVirtualPort", key);
            }
        }
        List<String> free = new ArrayList<>(found.uplinks);
        free.removeAll(ports.keySet());
        if (free.size() < left.size()) {
            throw Faults.invalidArgument("backing.pnicSpec");
        }
        for (int i = 0; i < left.size(); i++) {
            ports.put(free.get(i), left.get(i));
        }
        return ports;
    }

    private static String uplink(DistributedSwitch found, String key) {
        if (!key.matches("[0-9]{1,4}") || Integer.parseInt(key) >= found.uplinks.size()) {
            throw Faults.invalidArgument("backing.pnicSpec.uplinkPortKey");
        }
        return found.uplinks.get(Integer.parseInt(key));
    }
}

package io.twinpath.spec.template;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Filters over IP addresses and networks, by the names that Ansible uses. */
final class AddressFilters {

    private AddressFilters() {}

    static List<NamedFilter> all() {
        return List.of(
                new NamedFilter("ipaddr", AddressFilters::ipaddr),
                new NamedFilter(
                        "nthhost",
                        (v, a) -> net(v, a).host(a.whole(0, "a number")).address()),
                new NamedFilter(
                        "ipmath",
                        (v, a) -> net(v, a).plus(a.whole(0, "a number")).address()),
                new NamedFilter("ipsubnet", AddressFilters::ipsubnet));
    }

    static Set<String> names() {
        return all().stream().map(NamedFilter::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Object ipaddr(@Nullable Object value, NamedFilter.Arguments a) {
        Net net = net(value, a);
        if (!a.has(0)) {
            return String.valueOf(value);
        }
        if (a.at(0, "a query") instanceof Number n) {
            return net.host(n.longValue()).withPrefix();
        }
        String query = a.text(0, "a query");
        return switch (query) {
            case "host", "address/prefix", "host/prefix" -> net.withPrefix();
            case "address", "ip" -> net.address();
            case "network" -> net.network().address();
            case "netmask" -> net.netmask();
            case "prefix" -> (long) net.prefix();
            case "network/prefix", "net", "subnet" -> net.network().withPrefix();
            case "broadcast" -> net.last().address();
            case "size" -> net.size().toString();
            default -> {
                if (query.matches("-?[0-9]{1,18}")) {
                    yield net.host(Long.parseLong(query)).withPrefix();
                }
                throw new FilterFault(
                        "The filter \"ipaddr\" does not know \"" + query + "\"; it knows host, address, network, "
                                + "netmask, prefix, network/prefix, broadcast, size and a number");
            }
        };
    }

    private static Object ipsubnet(@Nullable Object value, NamedFilter.Arguments a) {
        Net net = net(value, a).network();
        long prefix = a.whole(0, "a prefix length");
        if (prefix < net.prefix() || prefix > net.width()) {
            throw new FilterFault(
                    "A network with prefix length " + net.prefix() + " has no subnets of length " + prefix);
        }
        BigInteger count = BigInteger.TWO.pow((int) prefix - net.prefix());
        if (!a.has(1)) {
            return count.bitLength() < 64 ? (Object) count.longValue() : count.toString();
        }
        BigInteger index = BigInteger.valueOf(a.whole(1, "an index"));
        BigInteger wanted = index.signum() < 0 ? count.add(index) : index;
        if (wanted.signum() < 0 || wanted.compareTo(count) >= 0) {
            throw new FilterFault("There are " + count + " subnets, so there is none with index " + index);
        }
        BigInteger step = BigInteger.TWO.pow(net.width() - (int) prefix);
        return new Net(net.value().add(step.multiply(wanted)), (int) prefix, net.width()).withPrefix();
    }

    private static Net net(@Nullable Object value, NamedFilter.Arguments a) {
        return Net.parse(String.valueOf(value))
                .orElseThrow(() -> new FilterFault(
                        "The filter \"" + a.filter() + "\" needs an IP address or network, not \"" + value + "\""));
    }
}

package io.twinpath.lab.site;

/**
 * A layer 2 network of the site.
 *
 * @param subnet such as {@code 10.20.0.0/24}
 * @param vlan the tag a port group must use to be in it; 0 for untagged
 */
public record Network(String subnet, int vlan) {

    public boolean holds(String ip) {
        return Ipv4.inSubnet(ip, subnet);
    }
}

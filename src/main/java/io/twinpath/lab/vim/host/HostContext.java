package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.Hardware;
import io.twinpath.lab.site.Host;
import io.twinpath.lab.site.IscsiPaths;
import io.twinpath.lab.site.Links;
import io.twinpath.lab.site.Nic;
import io.twinpath.lab.site.Site;
import io.twinpath.lab.site.VirtualSwitch;
import io.twinpath.lab.site.Vmk;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.vim.World;
import java.util.List;
import java.util.Optional;

/**
 * What an object of a host knows: whose it is.
 *
 * @param name of the host
 * @param self how the object is referred to
 */
record HostContext(World world, String name, Ref self) {

    Host host() {
        return world.host(name);
    }

    Site site() {
        return world.site();
    }

    void requireResponse() {
        if (!world.responds(name)) {
            throw Faults.of(
                    "HostNotConnected", "Unable to communicate with the remote host, since it is disconnected.");
        }
    }

    List<Nic> nics() {
        return Hardware.nics(name, host());
    }

    Optional<Nic> nic(String vmnic) {
        return Hardware.nic(name, host(), vmnic);
    }

    boolean linked(Nic nic) {
        return new Links(site()).up(name, nic);
    }

    IscsiPaths paths() {
        return new IscsiPaths(site(), name);
    }

    VirtualSwitch vswitch(String vswitch) {
        return Optional.ofNullable(host().vswitches.get(vswitch)).orElseThrow(() -> Faults.absent(vswitch));
    }

    Vmk vmk(String vmk) {
        return Optional.ofNullable(host().vmkernel.get(vmk)).orElseThrow(() -> Faults.absent(vmk));
    }

    String mac(String vmk) {
        String set = vmk(vmk).mac;
        return set.isEmpty() ? Hardware.mac("00:50:56", name + "/" + vmk) : set;
    }
}

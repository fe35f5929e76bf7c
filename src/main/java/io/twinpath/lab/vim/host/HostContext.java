package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.Host;
import io.twinpath.lab.site.Site;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.vim.World;

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
}

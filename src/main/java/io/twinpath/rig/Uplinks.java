package io.twinpath.rig;

import io.twinpath.rig.part.Team;
import java.util.List;
import java.util.Map;

/**
 * The uplinks behind a port group. With detection by link status all active ones that have link carry; only when none of
 * them has, the standby ones do.
 *
 * @param number of the team among those of its host
 */
record Uplinks(int number, Team team, List<Plug> active, List<Plug> standby) {

    static Uplinks of(int number, Team team, Map<String, Plug> plugs) {
        return new Uplinks(
                number,
                team,
                team.active().stream().map(plugs::get).toList(),
                team.standby().stream().map(plugs::get).toList());
    }

    List<Plug> inUse(Outage outage) {
        List<Plug> carrying = live(active, outage);
        return carrying.isEmpty() ? live(standby, outage) : carrying;
    }

    private static List<Plug> live(List<Plug> plugs, Outage outage) {
        return plugs.stream().filter(plug -> plug.hasLink(outage)).toList();
    }
}

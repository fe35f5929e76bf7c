package io.twinpath.risk.rule;

import io.twinpath.rig.part.Card;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Team;
import io.twinpath.rig.part.Vmk;
import io.twinpath.risk.Finding;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.Rule;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All uplinks of a port group, or of all interfaces that iSCSI is bound to, are ports of one card: they survive a cable, not the
 * card. Silent about ports whose card is not known.
 */
public final class OneCard implements Rule {

    @Override
    public String code() {
        return "RSK0103";
    }

    @Override
    public String summary() {
        return "Uplinks on one card";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        for (Host host : scene.rig().hosts().values()) {
            teams(host).forEach(findings::add);
            storage(host).ifPresent(findings::add);
        }
        return findings;
    }

    private List<Finding> teams(Host host) {
        Map<String, List<Team>> alike = new LinkedHashMap<>();
        for (Team team : host.teams().values()) {
            SortedSet<String> uplinks = new TreeSet<>(Storage.uplinks(team));
            if (uplinks.size() > 1 && Storage.oneCard(host, uplinks).isPresent()) {
                String key = team.carrier() + " " + uplinks;
                alike.computeIfAbsent(key, k -> new ArrayList<>()).add(team);
            }
        }
        List<Finding> findings = new ArrayList<>();
        alike.values().forEach(teams -> {
            Team team = teams.getFirst();
            List<String> uplinks = Storage.uplinks(team);
            String card = Storage.oneCard(host, uplinks).orElseThrow();
            String title = "On " + host.name() + " all uplinks of "
                    + Words.some(teams.stream().map(Team::portGroup).toList()) + " (" + Words.and(uplinks)
                    + ") are ports of " + named(host, card) + ".";
            findings.add(finding(host, card, title, "uplinks:" + host.name() + "/" + team.carrier()));
        });
        return findings;
    }

    private Optional<Finding> storage(Host host) {
        List<Vmk> bound = Storage.bound(host);
        SortedSet<String> uplinks = new TreeSet<>();
        bound.forEach(vmk -> Storage.team(host, vmk).ifPresent(team -> uplinks.addAll(Storage.uplinks(team))));
        boolean known = bound.stream().allMatch(vmk -> Storage.team(host, vmk).isPresent());
        if (bound.size() < 2 || uplinks.size() < 2 || !known) {
            return Optional.empty();
        }
        return Storage.oneCard(host, uplinks).map(card -> {
            String title = "All interfaces of " + host.name() + " that iSCSI is bound to ("
                    + Words.and(bound.stream().map(Vmk::name).toList()) + ") use ports of " + named(host, card) + ".";
            return finding(host, card, title, "iscsi:" + host.name());
        });
    }

    private Finding finding(Host host, String card, String title, String subject) {
        return Finding.of(code(), Severity.MEDIUM, title, "card:" + host.name() + "/" + card, subject)
                .on(host.name())
                .remedy(Remedy.of("Use a port of another card for one of them."));
    }

    private static String named(Host host, String card) {
        return Optional.ofNullable(host.cards().get(card))
                .map(Card::model)
                .map(model -> "one card, " + model + " (" + card + ")")
                .orElse("one card, " + card);
    }
}

package io.twinpath.kind.iscsi;

import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import io.twinpath.model.Portal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One place below the adapter that has iSCSI parameters of its own: a portal that is asked for targets, or a target at a
 * portal. What it does not set it inherits. The commands and their options {@code --address}, {@code --name}, {@code --key},
 * {@code --value} and {@code --inherit} are as the host profile plug-in that ships with ESXi sends them; the table is the one
 * of a published capture of 5.0.
 *
 * @param portal where
 * @param iqn which target; empty for all that the portal tells
 */
record Level(Portal portal, Optional<String> iqn) {

    /** The value of a parameter that is not set here. */
    static final String INHERIT = "inherit";

    static Level portal(String key) {
        return new Level(Portal.parse(key), Optional.empty());
    }

    /** @throws IllegalArgumentException when the key has another form */
    static Level target(String key) {
        int slash = key.indexOf('/');
        if (slash < 1 || slash == key.length() - 1) {
            throw new IllegalArgumentException("a target is written PORTAL/IQN");
        }
        return new Level(Portal.parse(key.substring(0, slash)), Optional.of(key.substring(slash + 1)));
    }

    EsxcliQuery query(String adapter) {
        return new EsxcliQuery(words("get"), options(adapter));
    }

    List<String> words(String verb) {
        String at =
                iqn.isPresent() ? "iscsi adapter target portal param " : "iscsi adapter discovery sendtarget param ";
        return List.of((at + verb).split(" "));
    }

    List<Option> options(String adapter) {
        List<Option> options =
                new ArrayList<>(List.of(Option.of("adapter", adapter), Option.of("address", portal.toString())));
        iqn.ifPresent(name -> options.add(Option.of("name", name)));
        return options;
    }

    /** What is set here, and which parameters are inherited. */
    Map<String, String> read(String adapter, Replies replies) throws UnreadableException {
        Map<String, String> found = new TreeMap<>();
        for (Row row : replies.rows(query(adapter))) {
            boolean inherited = row.flag("Inherit").orElse(false);
            found.put(
                    row.need("Name"), inherited ? INHERIT : row.text("Current").orElse(""));
        }
        return found;
    }

    /** Whether the host knows the place; only then it can be asked. */
    boolean isListed(List<Row> sendTargets, List<Row> targetPortals) {
        return iqn.isPresent()
                ? targetPortals.stream().anyMatch(this::isTarget)
                : sendTargets.stream()
                        .anyMatch(r -> r.text("Sendtarget").filter(this::isHere).isPresent());
    }

    private boolean isTarget(Row row) {
        Optional<String> ip = row.text("IP").or(() -> row.text("Address"));
        Optional<String> port = row.text("Port");
        Optional<String> name = row.text("Target").or(() -> row.text("Name"));
        return name.equals(iqn)
                && ip.map(i -> i.contains(":") ? i : i + port.map(p -> ":" + p).orElse(""))
                        .filter(this::isHere)
                        .isPresent();
    }

    private boolean isHere(String text) {
        try {
            return Portal.parse(text).equals(portal);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

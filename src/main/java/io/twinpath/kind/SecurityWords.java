package io.twinpath.kind;

import io.twinpath.driver.Option;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** esxcli's words for {@link Security}, which virtual switches and port groups share. */
public final class SecurityWords {

    private static final String PROMISCUOUS = "Allow Promiscuous";
    private static final String MAC_CHANGES = "Allow MAC Address Change";
    private static final String FORGED = "Allow Forged Transmits";

    private SecurityWords() {}

    /** The policy of a virtual switch: all of it is its own. */
    public static Security ofSwitch(Row row) throws UnreadableException {
        return new Security(row.flag(PROMISCUOUS), row.flag(MAC_CHANGES), row.flag(FORGED));
    }

    /** The policy of a port group: only what overrides the virtual switch. */
    public static Security ofPortGroup(Row row) throws UnreadableException {
        return new Security(own(row, PROMISCUOUS), own(row, MAC_CHANGES), own(row, FORGED));
    }

    /** The options that turn one policy into another; none when there is nothing to do. */
    public static List<Option> options(Security before, Security after) {
        List<Option> options = new ArrayList<>();
        add("allow-promiscuous", before.promiscuous(), after.promiscuous(), options);
        add("allow-mac-change", before.macChanges(), after.macChanges(), options);
        add("allow-forged-transmits", before.forgedTransmits(), after.forgedTransmits(), options);
        return options;
    }

    /** Whether {@code after} no longer has something of its own that {@code before} has. */
    public static boolean drops(Security before, Security after) {
        return gone(before.promiscuous(), after.promiscuous())
                || gone(before.macChanges(), after.macChanges())
                || gone(before.forgedTransmits(), after.forgedTransmits());
    }

    private static boolean gone(Optional<?> before, Optional<?> after) {
        return before.isPresent() && after.isEmpty();
    }

    private static Optional<Boolean> own(Row row, String field) throws UnreadableException {
        return row.flag("Override Vswitch " + field).orElse(false) ? row.flag(field) : Optional.empty();
    }

    private static void add(String name, Optional<Boolean> before, Optional<Boolean> after, List<Option> into) {
        if (Script.differs(before, after)) {
            into.add(Option.of(name, after.orElseThrow()));
        }
    }
}

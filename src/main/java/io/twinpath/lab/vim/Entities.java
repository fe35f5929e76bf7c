package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.Scalar;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What all entities of the inventory have in common. */
public final class Entities {

    private Entities() {}

    /** The properties that every ManagedEntity has; the name as the API gives it, with three characters escaped. */
    public static Data entity(World world, Ref self, String name, Optional<Ref> parent) {
        return Data.of(self.kind())
                .maybe("parent", parent)
                .text("name", escaped(name))
                .text("overallStatus", "green")
                .text("configStatus", "green")
                .flag("alarmActionsEnabled", true)
                .lazy("recentTask", () -> Listing.refs(world.tasks().on(self).stream()))
                .put("effectiveRole", Listing.of("xsd:int", Stream.of(Scalar.of(-1))))
                .unset("configIssue permission disabledMethod declaredAlarmState triggeredAlarmState tag customValue"
                        + " availableField value");
    }

    /** The API writes slash, backslash and percent of a name as escapes. */
    public static String escaped(String name) {
        return name.replace("%", "%25").replace("/", "%2f").replace("\\", "%5c");
    }

    /** A name as it was before it was escaped. */
    public static String plain(String escaped) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            String code = escaped.startsWith("%", i) && i + 2 < escaped.length()
                    ? escaped.substring(i + 1, i + 3).toLowerCase(Locale.ROOT)
                    : "";
            switch (code) {
                case "25" -> plain.append('%');
                case "2f" -> plain.append('/');
                case "5c" -> plain.append('\\');
                default -> {
                    plain.append(escaped.charAt(i));
                    continue;
                }
            }
            i += 2;
        }
        return plain.toString();
    }
}

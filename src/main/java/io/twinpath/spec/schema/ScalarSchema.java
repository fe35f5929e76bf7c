package io.twinpath.spec.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinpath.model.Cidr;
import io.twinpath.model.Ip;
import io.twinpath.model.Ipv4;
import io.twinpath.model.Ipv4Prefix;
import io.twinpath.model.Ipv6Prefix;
import io.twinpath.model.Mac;
import io.twinpath.model.Mebibytes;
import io.twinpath.model.Megahertz;
import io.twinpath.model.PciId;
import io.twinpath.model.PortRef;
import io.twinpath.model.Portal;
import io.twinpath.model.Seconds;
import io.twinpath.model.SecretRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Single values. Patterns are as wide as the types' own grammars or wider: an editor must not call wrong what Twinpath takes.
 * A type that is not known here is a text to an editor. One schema takes both the value and a template, without alternatives, so that editors still offer and describe it.
 */
final class ScalarSchema {

    private static final String V4 = "[0-9]{1,3}(\\.[0-9]{1,3}){3}";
    private static final String V6 = "[0-9A-Fa-f]*:[0-9A-Fa-f:.]+";

    /** The grammar of a type, and values to show. */
    private record Form(String pattern, List<String> examples) {}

    private static final Map<Class<?>, Form> FORMS = Map.ofEntries(
            form(Ipv4.class, V4, "10.0.0.13"),
            form(Ipv4Prefix.class, V4 + "/[0-9]{1,2}", "10.0.0.13/24"),
            form(Ip.class, V4 + "|" + V6, "10.0.0.1", "2001:db8::1"),
            form(Cidr.class, "(" + V4 + "|" + V6 + ")(/[0-9]{1,3})?", "10.0.0.0/24", "2001:db8::/64"),
            form(Ipv6Prefix.class, V6 + "/[0-9]{1,3}", "2001:db8::13/64"),
            form(Mac.class, "[0-9A-Fa-f]{2}([:-][0-9A-Fa-f]{2}){5}", "00:50:56:6a:0b:0c"),
            form(PciId.class, "[0-9A-Fa-f]{4}:[0-9A-Fa-f]{4}", "14e4:168e"),
            form(
                    PortRef.class,
                    "[A-Za-z0-9_][A-Za-z0-9_.-]*/[0-9]{1,2}|vmnic[0-9]{1,4}|vusb[0-9]{1,3}",
                    "storage_a/0",
                    "vmnic4"),
            form(Portal.class, V4 + "(:[0-9]{1,5})?", "10.20.0.11", "10.20.0.11:3260"),
            form(Seconds.class, "[0-9]{1,9}[smh]", "140s", "5m", "1h"),
            form(Mebibytes.class, "[0-9]{1,15}MiB", "4096MiB"),
            form(Megahertz.class, "[0-9]{1,15}MHz", "2400MHz"),
            form(LocalDate.class, "[0-9]{4}-[0-9]{2}-[0-9]{2}", "2027-01-31"),
            form(
                    SecretRef.class,
                    "secret://(env|file|exec)/.+",
                    "secret://env/ESXI_PASSWORD",
                    "secret://file/secrets/esxi"));

    private ScalarSchema() {}

    private static Map.Entry<Class<?>, Form> form(Class<?> type, String pattern, String... examples) {
        return Map.entry(type, new Form(pattern, List.of(examples)));
    }

    static ObjectNode of(Class<?> type) {
        if (type == String.class) {
            return Parts.text();
        }
        if (type == Boolean.class || type == boolean.class) {
            return Parts.type("boolean", "string").put("pattern", orTemplate("true|false"));
        }
        if (type == Integer.class || type == Long.class || type == int.class || type == long.class) {
            return Parts.type("integer", "string").put("pattern", orTemplate("-?(0|[1-9][0-9]*)"));
        }
        Form form = FORMS.get(type);
        if (form == null) {
            return Parts.text();
        }
        ObjectNode schema = Parts.type("string").put("pattern", orTemplate(form.pattern));
        form.examples.forEach(schema.withArray("examples")::add);
        return schema;
    }

    private static String orTemplate(String pattern) {
        return "^(" + pattern + ")$|" + Parts.TEMPLATE;
    }
}

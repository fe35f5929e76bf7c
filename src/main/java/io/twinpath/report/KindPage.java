package io.twinpath.report;

import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import io.twinpath.model.shape.Field;
import io.twinpath.model.shape.Shape;
import io.twinpath.model.shape.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The reference page of one kind, from the kind itself: where it is written, what is done with it, every field. */
public final class KindPage {

    private final StringBuilder out = new StringBuilder();

    private final boolean declared;

    private KindPage(boolean declared) {
        this.declared = declared;
    }

    /** Markdown, with a newline at its end. */
    public static String markdown(Kind<?> kind) {
        KindPage page = new KindPage(kind.role() != Kind.Role.OBSERVED && kind.role() != Kind.Role.DERIVED);
        page.out
                .append("# ")
                .append(kind.name())
                .append(": ")
                .append(kind.title())
                .append("\n\n");
        page.out.append("<!-- Written from the code; do not edit. -->\n\n");
        if (page.declared) {
            page.out.append("```yaml\n").append(place(kind.placement())).append("```\n\n");
        }
        if (!kind.naming().isEmpty()) {
            page.out.append("NAME is ").append(kind.naming()).append(".\n\n");
        }
        page.out.append(role(kind)).append("\n\n");
        page.out
                .append(page.declared ? "| field | takes | meaning |" : "| field | holds | meaning |")
                .append("\n|---|---|---|\n");
        page.fields(kind.shape(), kind.placement(), "");
        return page.out.toString();
    }

    private static String place(Placement placement) {
        List<String> path = new ArrayList<>();
        if (placement.level() == Placement.Level.HOST) {
            path.addAll(List.of("hosts", "HOST"));
        }
        for (int i = 0; i < placement.keys().size(); i++) {
            path.add(placement.keys().get(i));
            boolean last = i == placement.keys().size() - 1;
            if ((last ? placement.form() : placement.outer()) != Placement.Form.SINGLE) {
                path.add(last ? "NAME" : "OUTER");
            }
        }
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < path.size(); i++) {
            yaml.append("  ".repeat(i)).append(path.get(i)).append(':');
            boolean last = i == path.size() - 1;
            yaml.append(last ? (placement.form() == Placement.Form.BARE ? " VALUE\n" : " {…}\n") : "\n");
        }
        return yaml.toString();
    }

    private static String role(Kind<?> kind) {
        return switch (kind.role()) {
            case DECLARED -> "Declared only: others refer to it, and nothing is sent for it.";
            case DERIVED ->
                "In no spec: it follows from what a spec says of others, and stands in a plan as a step of its own. Read and"
                        + " applied over " + transports(kind) + ".";
            case OBSERVED ->
                "Only read, over " + transports(kind) + ": no spec holds it. What was not told is left out.";
            case MANAGED ->
                kind.bindings().isEmpty()
                        ? "Validated and rendered; not applied yet."
                        : "Read and applied over " + transports(kind) + ". A field that is left out is left as found.";
        };
    }

    private static String transports(Kind<?> kind) {
        return kind.bindings().stream().map(b -> b.transport().name()).collect(Collectors.joining(", "));
    }

    private void fields(Shape<?> shape, Placement placement, String prefix) {
        for (Field field : shape.fields()) {
            boolean fromName = prefix.isEmpty()
                    && (placement.parent().filter(field.name()::equals).isPresent()
                            || placement.own().filter(field.name()::equals).isPresent());
            if (!field.foundOnly() && !fromName) {
                field(field, placement, prefix);
            }
        }
    }

    private void field(Field field, Placement placement, String prefix) {
        String name = prefix + field.name();
        Type inner = inner(field.type());
        String key = field.type() instanceof Type.MapOf ? name + ".NAME" : name;
        out.append("| `").append(key).append("` | ").append(cell(takes(field))).append(" | ");
        out.append(cell(field.doc())).append(" |\n");
        if (inner instanceof Type.Fields fields) {
            fields(fields.shape(), placement, key + (isList(field.type()) ? "[]." : "."));
        }
    }

    private static boolean isList(Type type) {
        return switch (type) {
            case Type.Maybe m -> isList(m.of());
            case Type.ListOf l -> true;
            case Type.SetOf s -> true;
            case Type.MapOf m -> false;
            case Type.Scalar s -> false;
            case Type.Choice c -> false;
            case Type.Fields f -> false;
        };
    }

    /** What stands inside optionals and collections. */
    private static Type inner(Type type) {
        return switch (type) {
            case Type.Maybe m -> inner(m.of());
            case Type.ListOf l -> inner(l.of());
            case Type.SetOf s -> inner(s.of());
            case Type.MapOf m -> inner(m.of());
            case Type.Scalar s -> s;
            case Type.Choice c -> c;
            case Type.Fields f -> f;
        };
    }

    private String takes(Field field) {
        String one = inner(field.type()) instanceof Type.Fields
                ? "a mapping"
                : inner(field.type()).title();
        String text = isList(field.type()) ? "a list: " + one : one;
        return text
                + field.range().map(r -> ", " + r.min() + " to " + r.max()).orElse("")
                + (declared && field.required() ? "; required" : "")
                + (field.forcesReplace() ? "; a change removes and remakes the object" : "");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}

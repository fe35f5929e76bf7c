package io.twinpath.spec;

import io.twinpath.diag.Span;
import io.twinpath.model.Address;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Origin;
import io.twinpath.model.Value;
import java.util.List;

/**
 * Where the values of a resource come from.
 *
 * @param title what it is, in words
 * @param declaredAt where it is declared
 * @param absent whether it is declared not to exist
 * @param fields every value that was asked about
 */
public record Explanation(Address address, String title, Span declaredAt, boolean absent, List<Field> fields) {

    public Explanation {
        fields = List.copyOf(fields);
    }

    /**
     * One value.
     *
     * @param origins who set it: the winner, then those that it overrode
     */
    public record Field(FieldPath path, Value value, List<Origin> origins) {
        public Field {
            origins = List.copyOf(origins);
        }
    }

    /** For people; ends with a line break. */
    public String text() {
        StringBuilder out = new StringBuilder();
        out.append(address).append(", ").append(title);
        out.append(", declared at ")
                .append(declaredAt)
                .append(absent ? ", must not exist" : "")
                .append('\n');
        for (Field field : fields) {
            out.append("\n  ")
                    .append(field.path)
                    .append(" = ")
                    .append(field.value)
                    .append('\n');
            for (int i = 0; i < field.origins.size(); i++) {
                Origin origin = field.origins.get(i);
                out.append(i == 0 ? "    wins  " : "    loses ")
                        .append(origin.span())
                        .append("  ");
                out.append(origin.layer()).append(": ").append(origin.written()).append('\n');
            }
        }
        return out.toString();
    }
}

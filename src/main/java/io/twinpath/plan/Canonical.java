package io.twinpath.plan;

import io.twinpath.model.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/**
 * One text for equal values and different texts for different ones: named values sorted by name, texts with their length
 * before them, whole numbers in decimal. Unicode stays as it is; sets are sorted already where values are made.
 */
final class Canonical {

    private final StringBuilder text = new StringBuilder();

    private Canonical() {}

    /** SHA-256 in lower-case hexadecimal. */
    static String fingerprint(Value value) {
        Canonical canonical = new Canonical();
        canonical.append(value);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(canonical.text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void append(Value value) {
        switch (value) {
            case Value.None none -> text.append('~');
            case Value.Text t -> appendText(t.text());
            case Value.Whole w -> text.append('i').append(w.number()).append(';');
            case Value.Flag f -> text.append(f.on() ? 'y' : 'n');
            case Value.Items items -> appendItems(items.items());
            case Value.Fields fields -> {
                text.append('{');
                new TreeMap<>(fields.fields()).forEach((name, field) -> {
                    appendText(name);
                    append(field);
                });
                text.append('}');
            }
        }
    }

    private void appendItems(List<Value> items) {
        text.append('[');
        items.forEach(this::append);
        text.append(']');
    }

    private void appendText(String t) {
        text.append('t').append(t.length()).append(':').append(t);
    }
}

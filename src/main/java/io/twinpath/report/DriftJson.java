package io.twinpath.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.twinpath.diff.Changes;
import io.twinpath.diff.Undeclared;
import io.twinpath.model.Change;
import io.twinpath.model.Delta;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Value;
import java.io.IOException;
import java.util.List;

/** In what a site is not what its spec says, for machines. */
public final class DriftJson {

    private DriftJson() {}

    public static String text(Changes changes) {
        return Json.document(json -> {
            json.writeBooleanField("agree", changes.agree());
            SnapshotJson.hosts(json, changes.hosts());
            json.writeArrayFieldStart("drift");
            for (Change<?> change : changes.byAddress().values()) {
                change(json, change);
            }
            for (Undeclared undeclared : changes.undeclared().values()) {
                start(json, undeclared.address().toString(), "undeclared");
                if (undeclared.found().observed() instanceof Observed.Unreadable<?> u) {
                    json.writeStringField("reason", u.reason());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("unlisted");
            for (Snapshot.Unlisted unlisted : changes.unlisted()) {
                json.writeStartObject();
                json.writeStringField("host", unlisted.host());
                json.writeStringField("kind", unlisted.kind());
                json.writeStringField("reason", unlisted.reason());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberField("as_wanted", changes.kept());
        });
    }

    private static void change(JsonGenerator json, Change<?> change) throws IOException {
        switch (change) {
            case Change.Keep<?> c -> {}
            case Change.Create<?> c -> entry(json, c, "missing", List.of());
            case Change.Delete<?> c -> entry(json, c, "unwanted", List.of());
            case Change.Update<?> c -> entry(json, c, "differs", c.deltas());
            case Change.Replace<?> c -> entry(json, c, "differs", c.deltas());
            case Change.Blocked<?> c -> {
                start(json, c.address().toString(), "blocked");
                Json.strings(
                        json,
                        "obstacles",
                        c.obstacles().stream().map(Obstacle::text).toList());
                json.writeEndObject();
            }
        }
    }

    private static void entry(JsonGenerator json, Change<?> change, String state, List<Delta> deltas)
            throws IOException {
        start(json, change.address().toString(), state);
        if (!deltas.isEmpty()) {
            json.writeArrayFieldStart("fields");
            for (Delta delta : deltas) {
                field(json, delta);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void field(JsonGenerator json, Delta delta) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", delta.path().toString());
        if (delta.sensitive()) {
            json.writeBooleanField("sensitive", true);
        } else {
            value(json, "found", delta.before());
            value(json, "wanted", delta.after());
        }
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, String name, Value value) throws IOException {
        json.writeFieldName(name);
        Json.value(json, value);
    }

    private static void start(JsonGenerator json, String address, String state) throws IOException {
        json.writeStartObject();
        json.writeStringField("address", address);
        json.writeStringField("state", state);
    }
}

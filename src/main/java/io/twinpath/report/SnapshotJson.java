package io.twinpath.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Fact;
import io.twinpath.model.HostFact;
import io.twinpath.model.Observed;
import io.twinpath.model.Snapshot;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** What was seen, for machines. */
public final class SnapshotJson {

    private SnapshotJson() {}

    public static String text(Snapshot snapshot, Kinds kinds) {
        return Json.document(json -> {
            hosts(json, snapshot.hosts());
            json.writeArrayFieldStart("resources");
            for (Fact<?> fact : snapshot.facts().values()) {
                resource(json, fact, kinds);
            }
            json.writeEndArray();
            unlisted(json, snapshot.unlisted());
        });
    }

    /** Kinds of which a host did not tell what it has. */
    private static void unlisted(JsonGenerator json, Collection<Snapshot.Unlisted> unlisted) throws IOException {
        json.writeArrayFieldStart("unlisted");
        for (Snapshot.Unlisted each : unlisted) {
            json.writeStartObject();
            json.writeStringField("host", each.host());
            json.writeStringField("kind", each.kind());
            json.writeStringField("reason", each.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void hosts(JsonGenerator json, Map<String, HostFact> hosts) throws IOException {
        json.writeObjectFieldStart("hosts");
        for (Map.Entry<String, HostFact> host : hosts.entrySet()) {
            json.writeObjectFieldStart(host.getKey());
            host(json, host.getValue());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void host(JsonGenerator json, HostFact fact) throws IOException {
        switch (fact) {
            case HostFact.Reached r -> {
                json.writeStringField("state", "reached");
                json.writeStringField("uuid", r.uuid());
                json.writeStringField("version", r.version());
                json.writeStringField("build", r.build());
            }
            case HostFact.Unreached u -> {
                json.writeStringField("state", u.cause().name().toLowerCase(Locale.ROOT));
                json.writeStringField("reason", u.reason());
            }
        }
    }

    private static void resource(JsonGenerator json, Fact<?> fact, Kinds kinds) throws IOException {
        json.writeStartObject();
        json.writeStringField("address", fact.address().toString());
        json.writeStringField("at", fact.at().toString());
        switch (fact.observed()) {
            case Observed.Absent<?> a -> json.writeStringField("state", "absent");
            case Observed.Unreadable<?> u -> {
                json.writeStringField("state", "unreadable");
                json.writeStringField("reason", u.reason());
            }
            case Observed.Present<?> p -> {
                json.writeStringField("state", "present");
                json.writeFieldName("value");
                Json.value(json, SnapshotView.value(kinds, fact.address(), p.value()));
            }
        }
        json.writeEndObject();
    }
}

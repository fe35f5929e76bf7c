package io.twinpath.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.twinpath.rig.part.Assumption;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.readiness.Ready;
import io.twinpath.risk.readiness.Way;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Readiness for machines. */
public final class ReadinessJson {

    private ReadinessJson() {}

    public static String text(List<Ready> machines) {
        return Json.document(json -> {
            json.writeArrayFieldStart("machines");
            for (Ready ready : machines) {
                machine(json, ready);
            }
            json.writeEndArray();
        });
    }

    private static void machine(JsonGenerator json, Ready ready) throws IOException {
        json.writeStartObject();
        json.writeStringField("vm", ready.machine());
        if (ready.host().isPresent()) {
            json.writeStringField("host", ready.host().orElseThrow());
        }
        way(json, "move", ready.move());
        way(json, "restart", ready.restart());
        json.writeBooleanField("waits_for_person", ready.waitsForPerson());
        json.writeArrayFieldStart("remedies");
        for (Remedy remedy : ready.remedies()) {
            json.writeStartObject();
            json.writeStringField("advice", remedy.advice());
            if (remedy.spec().isPresent()) {
                json.writeStringField("spec", remedy.spec().orElseThrow());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        Json.strings(
                json,
                "assumptions",
                ready.assumptions().stream().map(Assumption::text).toList());
        json.writeEndObject();
    }

    private static void way(JsonGenerator json, String name, Way way) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeBooleanField("open", way.open());
        Json.strings(json, "to", way.to());
        Json.strings(json, "obstacles", way.obstacles());
        json.writeObjectFieldStart("refusals");
        for (Map.Entry<String, String> refusal : way.refusals().entrySet()) {
            json.writeStringField(refusal.getKey(), refusal.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}

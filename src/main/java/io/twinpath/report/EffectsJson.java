package io.twinpath.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.twinpath.rig.Effects;
import io.twinpath.rig.MachineEffect;
import io.twinpath.rig.part.Assumption;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** What failures do, for machines: one answer for each state of the site that was asked about. */
public final class EffectsJson {

    private EffectsJson() {}

    /** @param answers by the state, such as "now" */
    public static String text(Map<String, Effects> answers) {
        return Json.document(json -> {
            json.writeArrayFieldStart("answers");
            for (Map.Entry<String, Effects> answer : answers.entrySet()) {
                json.writeStartObject();
                json.writeStringField("state", answer.getKey());
                effects(json, answer.getValue());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void effects(JsonGenerator json, Effects effects) throws IOException {
        Json.strings(json, "components", texts(effects.failed()));
        json.writeArrayFieldStart("effects");
        for (Effects.HostEffect host : effects.hosts()) {
            effect(json, "host", host.host(), word(host.state()), host.because());
            json.writeEndObject();
        }
        for (Effects.DatastoreEffect datastore : effects.datastores()) {
            effect(json, "datastore", datastore.datastore(), "unreachable", datastore.because());
            json.writeStringField("on", datastore.host());
            json.writeEndObject();
        }
        for (MachineEffect machine : effects.machines().values()) {
            machine(json, machine);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("devices");
        for (Effects.DeviceEffect device : effects.devices()) {
            json.writeStartObject();
            json.writeStringField("host", device.host());
            json.writeStringField("device", device.device());
            json.writeStringField("state", word(device.state()));
            Json.strings(json, "lost", device.lost());
            json.writeNumberField("left", device.left());
            json.writeEndObject();
        }
        json.writeEndArray();
        Json.strings(
                json,
                "assumptions",
                effects.assumptions().stream().map(Assumption::text).toList());
    }

    private static void machine(JsonGenerator json, MachineEffect machine) throws IOException {
        effect(json, "vm", machine.machine(), word(machine.verdict()), machine.because());
        if (machine.to().isPresent()) {
            json.writeStringField("on", machine.to().orElseThrow());
        }
        if (machine.waitsForPerson()) {
            json.writeBooleanField("waits_for_person", true);
        }
        Json.strings(json, "obstacles", machine.obstacles());
        json.writeArrayFieldStart("timeline");
        for (MachineEffect.Moment moment : machine.timeline()) {
            json.writeStartObject();
            json.writeNumberField("seconds", moment.seconds());
            json.writeStringField("what", moment.what());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void effect(JsonGenerator json, String kind, String name, String effect, Collection<String> because)
            throws IOException {
        json.writeStartObject();
        json.writeStringField(kind, name);
        json.writeStringField("effect", effect);
        Json.strings(json, "because", because);
    }

    private static Collection<String> texts(Collection<?> items) {
        return items.stream().map(Object::toString).toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

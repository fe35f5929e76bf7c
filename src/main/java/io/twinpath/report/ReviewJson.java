package io.twinpath.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.twinpath.model.Address;
import io.twinpath.review.Folded;
import io.twinpath.review.Place;
import io.twinpath.review.Review;
import io.twinpath.review.RiskShift;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What a change of a project means, for machines. */
public final class ReviewJson {

    private final Compared compared;

    public ReviewJson(Compared compared) {
        this.compared = compared;
    }

    public String text(Review review) {
        return Json.document(json -> {
            json.writeStringField("before", compared.before());
            json.writeObjectField("after", compared.after().orElse(null));
            json.writeStringField("verdict", review.isEmpty() ? "no_semantic_change" : "changed");
            Json.strings(json, "affected_hosts", review.affectedHosts());
            json.writeBooleanField("refused", review.risks().stream().anyMatch(RiskShift::refused));
            json.writeNumberField("as_before", review.same());
            json.writeArrayFieldStart("risks");
            for (RiskShift risk : review.risks()) {
                risk(json, risk);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("changes");
            for (Folded folded : Folded.of(review.edits())) {
                change(json, folded);
            }
            json.writeEndArray();
        });
    }

    private void risk(JsonGenerator json, RiskShift risk) throws IOException {
        json.writeStartObject();
        json.writeStringField("turn", ReviewWords.turn(risk));
        json.writeStringField("code", risk.code());
        json.writeStringField("id", risk.id());
        json.writeStringField("text", risk.text());
        json.writeBooleanField("refused", risk.refused());
        places(json, risk.at().stream().toList());
        json.writeEndObject();
    }

    private void change(JsonGenerator json, Folded folded) throws IOException {
        json.writeStartObject();
        json.writeStringField("action", folded.action().name().toLowerCase(Locale.ROOT));
        json.writeStringField("kind", folded.kind());
        json.writeStringField("name", folded.name());
        Json.strings(
                json,
                "addresses",
                folded.addresses().stream().map(Address::toString).toList());
        if (!folded.note().isEmpty()) {
            json.writeStringField("note", folded.note());
        }
        places(json, folded.places());
        json.writeArrayFieldStart("fields");
        for (Folded.Field field : folded.fields()) {
            json.writeStartObject();
            json.writeStringField("path", field.path().toString());
            json.writeFieldName("before");
            Json.value(json, field.before());
            json.writeFieldName("after");
            Json.value(json, field.after());
            places(json, field.places());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void places(JsonGenerator json, Collection<Place> places) throws IOException {
        json.writeArrayFieldStart("at");
        for (Place place : places) {
            Optional<String> revision = compared.revision(place);
            json.writeStartObject();
            if (revision.isPresent()) {
                json.writeStringField("revision", revision.orElseThrow());
            }
            json.writeStringField("file", place.span().source());
            json.writeNumberField("line", place.span().start().line());
            json.writeNumberField("column", place.span().start().column());
            json.writeStringField("layer", place.layer());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}

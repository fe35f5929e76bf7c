package io.twinpath.driver.esxcli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The json formatter, which hosts have behind {@code --debug}: a list of structures, one structure, or a bare value. */
final class JsonOutput {

    private static final int DEEPEST = 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2 * DEEPEST)
                    .maxStringLength(Output.LONGEST)
                    .maxNumberLength(100)
                    .build())
            .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
            .build();

    private final JsonParser json;
    private final String source;

    private JsonOutput(JsonParser json, String source) {
        this.json = json;
        this.source = source;
    }

    static List<Row> rows(Reply reply) throws UnreadableException {
        return switch (root(reply)) {
            case Row.Rows r -> r.rows();
            case Row.Items i when i.items().isEmpty() -> List.of();
            case Row.Text t when t.text().isEmpty() -> List.of();
            case Row.Items i -> throw new UnreadableException(reply.source() + ": structures were expected.");
            case Row.Text t -> throw new UnreadableException(reply.source() + ": a structure was expected.");
            case Row.Either e -> throw new UnreadableException(reply.source() + ": a structure was expected.");
        };
    }

    static String scalar(Reply reply) throws UnreadableException {
        if (root(reply) instanceof Row.Text text && !text.text().isEmpty()) {
            return text.text();
        }
        throw new UnreadableException(reply.source() + ": one bare value was expected.");
    }

    private static Row.Cell root(Reply reply) throws UnreadableException {
        if (reply.body().isBlank()) {
            return new Row.Text("");
        }
        try (JsonParser parser = JSON.createParser(reply.body())) {
            JsonOutput output = new JsonOutput(parser, reply.source());
            parser.nextToken();
            Row.Cell cell = output.value(0);
            if (parser.nextToken() != null) {
                throw output.damaged("something follows the value");
            }
            return cell;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new UnreadableException(reply.source() + ", line " + line + ": the json is damaged.", e);
        } catch (IOException e) {
            throw new UnreadableException(reply.source() + ": the json is damaged.", e);
        }
    }

    /** The value whose first token was just read. */
    private Row.Cell value(int depth) throws IOException, UnreadableException {
        if (depth > DEEPEST) {
            throw damaged("the structure is too deep");
        }
        JsonToken token = json.currentToken();
        return switch (token) {
            case START_OBJECT -> new Row.Rows(List.of(structure(depth)));
            case START_ARRAY -> list(depth);
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                new Row.Text(json.getText().strip());
            case VALUE_NULL -> new Row.Text("");
            case null, default -> throw damaged("a value was expected");
        };
    }

    private Row.Cell list(int depth) throws IOException, UnreadableException {
        List<Row> rows = new ArrayList<>();
        List<String> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            switch (value(depth + 1)) {
                case Row.Rows r when json.currentToken() == JsonToken.END_OBJECT -> rows.addAll(r.rows());
                case Row.Text t -> items.add(t.text());
                case Row.Rows r -> throw damaged("a list of lists is not known");
                case Row.Items i -> throw damaged("a list of lists is not known");
                case Row.Either e -> throw damaged("a list of lists is not known");
            }
        }
        if (!rows.isEmpty() && !items.isEmpty()) {
            throw damaged("a list holds structures and plain values");
        }
        return rows.isEmpty() ? new Row.Items(items) : new Row.Rows(rows);
    }

    private Row structure(int depth) throws IOException, UnreadableException {
        String place = place();
        Map<String, Row.Cell> cells = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = Row.normal(json.currentName());
            json.nextToken();
            if (field.isEmpty() || cells.put(field, value(depth + 1)) != null) {
                throw damaged("a field has no name or stands twice");
            }
        }
        return new Row(place, "", cells);
    }

    private String place() {
        return source + ", line " + json.currentTokenLocation().getLineNr();
    }

    private UnreadableException damaged(String why) {
        return new UnreadableException(place() + ": the json is not esxcli's: " + why + ".");
    }
}

package io.twinpath.cli;

import io.twinpath.model.Origin;
import io.twinpath.report.Json;
import io.twinpath.spec.Explain;
import io.twinpath.spec.Explanation;
import java.util.concurrent.Callable;

/** Says where a value comes from. */
final class ExplainVerb implements Callable<Integer> {

    private final Invocation run;

    private final ProjectOptions options = new ProjectOptions();

    private final OutputOption output = new OutputOption();

    private String question = "";

    ExplainVerb(Invocation run) {
        this.run = run;
    }

    Syntax syntax() {
        return Syntax.verb(
                        "explain", this, "Show who sets a value, and what it overrides, down to file, line and column.")
                .with(options::describe, output::describe)
                .parameter(
                        "ADDRESS[.field]", String.class, given -> question = given, "A resource, or one of its fields.")
                .examples(
                        "twinpath explain vswitch:esxi3.lain.local/vSwitch1",
                        "twinpath explain vswitch:esxi3.lain.local/vSwitch1.mtu",
                        "twinpath explain advanced:esxi3.lain.local/Misc.APDTimeout --output json");
    }

    @Override
    public Integer call() throws CliException {
        Workspace workspace = Workspace.load(ProjectFolder.find(run), options);
        Explanation answer = Results.orElseThrow(Explain.of(workspace.loaded(), question), Exit.USAGE);
        run.out().print(output.json() ? json(answer) : answer.text());
        return Exit.DONE.code();
    }

    private static String json(Explanation answer) {
        return Json.document(json -> {
            json.writeStringField("address", answer.address().toString());
            json.writeStringField("declared_at", answer.declaredAt().toString());
            json.writeBooleanField("absent", answer.absent());
            json.writeArrayFieldStart("fields");
            for (Explanation.Field field : answer.fields()) {
                json.writeStartObject();
                json.writeStringField("path", field.path().toString());
                json.writeFieldName("value");
                Json.value(json, field.value());
                json.writeArrayFieldStart("origins");
                for (Origin origin : field.origins()) {
                    json.writeStartObject();
                    json.writeStringField("at", origin.span().toString());
                    json.writeStringField("layer", origin.layer());
                    json.writeStringField("written", origin.written());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}

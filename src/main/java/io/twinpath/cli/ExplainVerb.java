package io.twinpath.cli;

import io.twinpath.model.Origin;
import io.twinpath.report.Json;
import io.twinpath.spec.Explain;
import io.twinpath.spec.Explanation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says where a value comes from. */
@Command(
        name = "explain",
        description = "Show who sets a value, and what it overrides, down to file, line and column.",
        footer = {
            "",
            "Examples:",
            "  twinpath explain vswitch:esxi3.lain.local/vSwitch1",
            "  twinpath explain vswitch:esxi3.lain.local/vSwitch1.mtu",
            "  twinpath explain advanced:esxi3.lain.local/Misc.APDTimeout --output json",
        })
final class ExplainVerb implements Callable<Integer> {

    private final RootVerb root;
    private final Console console;

    @Mixin
    ProjectOptions options = new ProjectOptions();

    @Mixin
    OutputOption output = new OutputOption();

    @Parameters(paramLabel = "ADDRESS[.field]", description = "A resource, or one of its fields.")
    String question = "";

    ExplainVerb(RootVerb root, Console console) {
        this.root = root;
        this.console = console;
    }

    @Override
    public Integer call() throws CliException {
        Workspace workspace = Workspace.load(ProjectFolder.find(root), options);
        Explanation answer = Results.orElseThrow(Explain.of(workspace.loaded(), question), Exit.USAGE);
        console.out().print(output.json() ? json(answer) : answer.text());
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

package io.twinpath.lab.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Result;
import io.twinpath.lab.site.Json;
import io.twinpath.lab.site.LabProblem;
import io.twinpath.lab.site.Operation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Turns a line into its answer. Any line gets one. */
final class Answers {

    private final Controlled lab;
    private final String token;

    Answers(Controlled lab, String token) {
        this.lab = lab;
        this.token = token;
    }

    String to(String line) {
        try {
            return Json.json().readTree(line) instanceof ObjectNode question
                    ? answer(question).toString()
                    : refusal("not an object");
        } catch (JsonProcessingException wrong) {
            return refusal("not JSON");
        }
    }

    private JsonNode answer(ObjectNode question) {
        if (!same(question.path("token").asText(), token)) {
            return failed(LabProblem.controlFailed("control", "the token is wrong"));
        }
        if (question.path("ask").asText().equals("status")) {
            return Json.json().createObjectNode().put("ok", true).set("status", lab.describe());
        }
        Result<Operation> operation = Operation.parse(question.path("operation").asText());
        Result<String> said = operation instanceof Result.Ok<Operation> ok
                ? lab.apply(ok.value())
                : new Result.Failed<>(operation.diagnostics());
        return said instanceof Result.Ok<String> done
                ? Json.json().createObjectNode().put("ok", true).put("said", done.value())
                : failed(said.diagnostics().getFirst());
    }

    private static ObjectNode failed(Diagnostic diagnostic) {
        ObjectNode answer = Json.json()
                .createObjectNode()
                .put("ok", false)
                .put("code", diagnostic.code())
                .put("summary", diagnostic.summary())
                .put("detail", diagnostic.detail());
        diagnostic.hints().forEach(answer.putArray("hints")::add);
        return answer;
    }

    private static String refusal(String why) {
        return failed(LabProblem.malformedOperation("control", why)).toString();
    }

    private static boolean same(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}

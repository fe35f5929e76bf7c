package io.twinpath.lab.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Result;
import io.twinpath.lab.site.Json;
import io.twinpath.lab.site.LabProblem;
import io.twinpath.lab.site.Operation;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks a running lab. Every question is a connection of its own and waits for at most ten seconds. */
public final class ControlClient {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int LONGEST_ANSWER = 16 << 20;

    private final ControlEndpoint endpoint;

    public ControlClient(ControlEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Makes something happen; the value is a sentence about it. */
    public Result<String> apply(Operation operation) {
        return ask("operation", operation.toString()).map(a -> a.path("said").asText());
    }

    /** How the site stands. */
    public Result<JsonNode> status() {
        return ask("ask", "status").map(a -> a.path("status"));
    }

    private Result<JsonNode> ask(String key, String value) {
        ObjectNode question =
                Json.json().createObjectNode().put("token", endpoint.token()).put(key, value);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(endpoint.address(), endpoint.port()), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write((question + "\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
            return read(Json.json().readTree(answer));
        } catch (IOException | IllegalArgumentException wrong) {
            return Result.failed(LabProblem.controlFailed(endpoint.toString(), String.valueOf(wrong.getMessage())));
        }
    }

    private Result<JsonNode> read(JsonNode answer) {
        if (answer.path("ok").asBoolean()) {
            return Result.ok(answer);
        }
        if (!answer.path("code").asText().matches("LAB[0-9]{4}")) {
            return Result.failed(LabProblem.controlFailed(endpoint.toString(), "the answer is not one of a lab"));
        }
        Diagnostic diagnostic = Diagnostic.error(
                answer.path("code").asText(),
                answer.path("summary").asText(),
                answer.path("detail").asText());
        for (JsonNode hint : answer.path("hints")) {
            diagnostic = diagnostic.hint(hint.asText());
        }
        return Result.failed(diagnostic);
    }
}

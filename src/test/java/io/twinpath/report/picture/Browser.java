package io.twinpath.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A headless Chromium with one page, spoken to over the DevTools protocol. Every wait ends. */
public final class Browser implements AutoCloseable, WebSocket.Listener {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 90;
    private static final String ANNOUNCED = "DevTools listening on ";

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
    private final List<JsonNode> seen = new ArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private String session = "";

    private Browser(Process process, URI address) throws IOException {
        this.process = process;
        this.socket = within(http.newWebSocketBuilder().buildAsync(address, this));
        String target = command("Target.createTarget", "{\"url\": \"about:blank\"}")
                .path("targetId")
                .asText();
        session = command("Target.attachToTarget", "{\"flatten\": true, \"targetId\": \"" + target + "\"}")
                .path("sessionId")
                .asText();
        for (String domain : List.of("Page", "Runtime", "Log", "Network", "Accessibility", "DOM")) {
            command(domain + ".enable", "{}");
        }
    }

    /** Where Chromium is; empty when the machine has none. */
    private static Optional<Path> program() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A browser for the tests of a class. Without Chromium they are left out, aloud, and under CI they fail. */
    public static Browser forTests(Path profile) throws IOException {
        Optional<Path> program = program();
        assertThat(program.isPresent() || !"true".equals(System.getenv("CI")))
                .as("a CI machine has chromium")
                .isTrue();
        if (program.isEmpty()) {
            System.out.println("SKIPPED: no Chromium on this machine");
        }
        assumeTrue(program.isPresent());
        return start(program.orElseThrow(), Files.createDirectory(profile));
    }

    /** @param profile a folder that nobody else uses */
    private static Browser start(Path program, Path profile) throws IOException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-dev-shm-usage",
                        "--hide-scrollbars",
                        "--user-data-dir=" + profile,
                        "--remote-debugging-port=0",
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new Browser(process, within(announced(process)));
        } catch (IOException | RuntimeException | AssertionError e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** What it says on standard error once it listens; read to the end, so that it never waits for a reader. */
    private static CompletableFuture<URI> announced(Process process) {
        CompletableFuture<URI> address = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("chromium").start(() -> {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith(ANNOUNCED)) {
                        address.complete(
                                URI.create(line.substring(ANNOUNCED.length()).strip()));
                    }
                }
            } catch (IOException e) {
                address.completeExceptionally(e);
            }
            address.completeExceptionally(new IOException("Chromium ended without listening"));
        });
        return address;
    }

    private static <T> T within(CompletableFuture<T> future) throws IOException {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            take(part.toString());
            part.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    private void take(String text) {
        try {
            JsonNode message = MAPPER.readTree(text);
            CompletableFuture<JsonNode> answer = asked.remove(message.path("id").asInt(-1));
            if (answer != null) {
                answer.complete(message);
            } else {
                events.add(message);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One command to the page, and what it gave. */
    public JsonNode command(String method, String parameters) throws IOException {
        int number = numbers.incrementAndGet();
        ObjectNode message = MAPPER.createObjectNode().put("id", number).put("method", method);
        message.set("params", MAPPER.readTree(parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(number, answer);
        within(socket.sendText(message.toString(), true));
        JsonNode given = within(answer);
        assertThat(given.has("error")).as("%s: %s", method, given).isFalse();
        return given.path("result");
    }

    /** Opens a file and waits until all of it is there. */
    public void open(Path file) throws IOException {
        seen.clear();
        events.clear();
        command("Page.navigate", "{\"url\": \"" + file.toUri() + "\"}");
        try {
            for (JsonNode event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    event != null;
                    event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                seen.add(event);
                if (event.path("method").asText().equals("Page.loadEventFired")) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("the page was not loaded");
    }

    /** What was wrong since the page was opened: messages, exceptions, and requests for anything but the page. */
    public List<String> troubles(Path page) throws IOException {
        evaluate("1");
        events.drainTo(seen);
        return seen.stream()
                .filter(e -> switch (e.path("method").asText()) {
                    case "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded" -> true;
                    case "Network.requestWillBeSent" ->
                        !e.path("params")
                                .path("request")
                                .path("url")
                                .asText()
                                .equals(page.toUri().toString());
                    default -> false;
                })
                .map(JsonNode::toString)
                .toList();
    }

    /** What an expression of the page's language gives. */
    public JsonNode evaluate(String expression) throws IOException {
        ObjectNode parameters =
                MAPPER.createObjectNode().put("expression", expression).put("returnByValue", true);
        JsonNode result = command("Runtime.evaluate", parameters.toString());
        assertThat(result.has("exceptionDetails")).as(result.toString()).isFalse();
        return result.path("result").path("value");
    }

    /** As if a person pressed it. */
    public void press(String key) throws IOException {
        int code = Map.of(
                        "Tab",
                        9,
                        "Enter",
                        13,
                        "Escape",
                        27,
                        "ArrowLeft",
                        37,
                        "ArrowUp",
                        38,
                        "ArrowRight",
                        39,
                        "ArrowDown",
                        40,
                        "Home",
                        36)
                .getOrDefault(key, 0);
        for (String type : List.of("rawKeyDown", "keyUp")) {
            command(
                    "Input.dispatchKeyEvent",
                    "{\"type\": \"" + type + "\", \"key\": \"" + key + "\", \"code\": \"" + key
                            + "\", \"windowsVirtualKeyCode\": " + code + "}");
        }
    }

    public void size(int width, int height) throws IOException {
        command(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\": " + width + ", \"height\": " + height + ", \"deviceScaleFactor\": 1, \"mobile\": false}");
    }

    /** @param scheme light or dark */
    public void scheme(String scheme) throws IOException {
        command(
                "Emulation.setEmulatedMedia",
                "{\"features\": [{\"name\": \"prefers-color-scheme\", \"value\": \"" + scheme + "\"}]}");
    }

    /** What is to be seen now. */
    public java.awt.image.BufferedImage screenshot() throws IOException {
        String data = command("Page.captureScreenshot", "{}").path("data").asText();
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data)));
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

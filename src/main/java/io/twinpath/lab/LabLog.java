package io.twinpath.lab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinpath.lab.esxcli.Redaction;
import io.twinpath.lab.site.Json;
import io.twinpath.lab.ssh.CommandLog;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * JSON lines about what hosts were asked to do, of three kinds that never mix.
 *
 * <p>A line with {@code command} is one command line received over SSH: counting them counts round trips. A line with
 * {@code esxcli} is one call of that program, its words as an array, wherever in a script it stood: counting them counts
 * calls. Both have {@code time}, {@code host} and {@code exit}; a command that the client did not wait for has
 * {@code "exit": null}. A line with {@code soap} is one call of the API, with {@code object} and {@code fault}; its {@code host}
 * is {@code vCenter} where that was asked. A call stands before the command that made it. Secrets are written as {@code ***}.
 */
final class LabLog implements CommandLog, AutoCloseable {

    private static final System.Logger TROUBLE = System.getLogger(LabLog.class.getName());
    private static final String HIDDEN = "***";

    private final Optional<BufferedWriter> file;
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    private LabLog(Optional<BufferedWriter> file) {
        this.file = file;
    }

    static LabLog open(Optional<Path> path) throws IOException {
        return new LabLog(
                path.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Files.newBufferedWriter(
                                path.orElseThrow(),
                                StandardCharsets.UTF_8,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.APPEND)));
    }

    @Override
    public void ran(Instant received, String host, String command, Optional<Integer> exit) {
        String safe = command;
        for (String secret : secrets) {
            for (String spelled : spellings(secret)) {
                safe = safe.replace(spelled, HIDDEN);
            }
        }
        ObjectNode line = line(received, host);
        line.put("command", safe);
        exit.ifPresentOrElse(e -> line.put("exit", e), () -> line.putNull("exit"));
        write(line);
    }

    /** As it may stand in a script: bare or between single quotes, its own quotes left out of them, or between double ones. */
    private static List<String> spellings(String secret) {
        return List.of(
                secret,
                secret.replace("'", "'\\''"),
                secret.replace("'", "'\"'\"'"),
                secret.replaceAll("[\\\\\"$`]", "\\\\$0"));
    }

    /** One call of esxcli. */
    void called(Instant time, String host, List<String> words, int exit) {
        Redaction safe = Redaction.of(words);
        secrets.addAll(safe.secrets());
        ObjectNode line = line(time, host);
        ArrayNode array = line.putArray("esxcli");
        safe.words().forEach(array::add);
        write(line.put("exit", exit));
    }

    /** One call of the API: its method, the object that it was about, and the fault that answered. */
    void soap(Instant time, String server, String method, String object, Optional<String> fault) {
        ObjectNode line = line(time, server).put("soap", method).put("object", object);
        fault.ifPresentOrElse(f -> line.put("fault", f), () -> line.putNull("fault"));
        write(line);
    }

    @Override
    public synchronized void close() throws IOException {
        if (file.isPresent()) {
            file.orElseThrow().close();
        }
    }

    private static ObjectNode line(Instant time, String host) {
        return Json.json().createObjectNode().put("time", time.toString()).put("host", host);
    }

    private synchronized void write(ObjectNode line) {
        if (file.isEmpty()) {
            return;
        }
        try {
            file.orElseThrow().write(line + "\n");
            file.orElseThrow().flush();
        } catch (IOException wrong) {
            TROUBLE.log(System.Logger.Level.WARNING, "the lab log cannot be written: {0}", wrong.getMessage());
        }
    }
}

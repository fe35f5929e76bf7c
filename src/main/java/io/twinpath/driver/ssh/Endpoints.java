package io.twinpath.driver.ssh;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverProblem;
import io.twinpath.driver.Secret;
import io.twinpath.model.Names;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the hosts of a simulated site listen, as the site writes it:
 * {@code {"hosts": {NAME: {"ssh": {"address", "port", "user", "password", "host_key"}}}}}. Other members are passed over.
 */
public final class Endpoints {

    private static final int LARGEST = 8 << 20;

    private Endpoints() {}

    /** Reads a file. */
    public static SortedMap<String, SshTarget> load(Path file) throws DriverException {
        if (!Files.isRegularFile(file)) {
            throw bad(
                    file.toString(),
                    Files.isDirectory(file)
                            ? "it is a folder"
                            : Files.exists(file) ? "it is not a regular file" : "there is no such file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw bad(file.toString(), "it is larger than 8 MiB");
            }
            return parse(file.toString(), new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw bad(file.toString(), "it cannot be read");
        }
    }

    /** @param name for messages */
    public static SortedMap<String, SshTarget> parse(String name, String json) throws DriverException {
        SortedMap<String, SshTarget> targets = new TreeMap<>();
        for (Map.Entry<String, JsonNode> host : root(name, json).path("hosts").properties()) {
            if (!Names.isHost(host.getKey())) {
                throw bad(name, "a host has a name that is none");
            }
            targets.put(
                    host.getKey(), target(name, host.getKey(), host.getValue().path("ssh")));
        }
        if (targets.isEmpty()) {
            throw bad(name, "it names no hosts");
        }
        return targets;
    }

    private static JsonNode root(String name, String json) throws DriverException {
        JsonMapper mapper = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(20)
                                .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .build();
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw bad(
                    name,
                    "it is not JSON"
                            + Optional.ofNullable(e.getLocation())
                                    .map(l -> " at line " + l.getLineNr())
                                    .orElse(""));
        }
    }

    private static SshTarget target(String name, String host, JsonNode ssh) throws DriverException {
        int port = ssh.path("port").asInt(0);
        if (port < 1 || port > 65_535) {
            throw bad(name, host + " has no port");
        }
        return new SshTarget(
                host,
                text(ssh, "address").orElseThrow(() -> bad(name, host + " has no address")),
                port,
                text(ssh, "user").orElse("root"),
                text(ssh, "password").map(p -> new SshTarget.Known(Secret.of(p))),
                Optional.empty(),
                Optional.empty(),
                text(ssh, "host_key"));
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(t -> !t.isEmpty());
    }

    private static DriverException bad(String name, String why) {
        return new DriverException(new DriverProblem.BadEndpoints(name, why));
    }
}

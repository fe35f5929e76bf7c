package io.twinpath.driver.endpoints;

import com.fasterxml.jackson.core.JsonFactory;
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
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a simulated site listens, as the site writes it: {@code {"hosts": {NAME: {"ssh": {"address", "port", "user",
 * "password", "host_key"}, "api": API}}, "vcenter": API}}, each API being {@code {"url", "user", "password", "sha256"}}. A
 * host has at least one of the two. Other members are passed over.
 */
public record Endpoints(SortedMap<String, HostEndpoints> hosts, Optional<ApiEndpoint> vcenter) {

    private static final int LARGEST = 8 << 20;
    private static final int DEEPEST = 20;
    private static final int LAST_PORT = 65_535;

    public Endpoints {
        hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
    }

    /** Reads a file. */
    public static Endpoints load(Path file) throws DriverException {
        String name = file.toString();
        if (!Files.isRegularFile(file)) {
            throw bad(
                    name,
                    Files.isDirectory(file)
                            ? "it is a folder"
                            : Files.exists(file) ? "it is not a regular file" : "there is no such file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw bad(name, "it is larger than 8 MiB");
            }
            return parse(name, new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw bad(name, "it cannot be read");
        }
    }

    /** @param name for messages */
    public static Endpoints parse(String name, String json) throws DriverException {
        JsonNode root = root(name, json);
        SortedMap<String, HostEndpoints> hosts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> host : root.path("hosts").properties()) {
            if (!Names.isHost(host.getKey())) {
                throw bad(name, "a host has a name that is none");
            }
            hosts.put(host.getKey(), host(name, host.getKey(), host.getValue()));
        }
        if (hosts.isEmpty()) {
            throw bad(name, "it names no hosts");
        }
        return new Endpoints(hosts, api(name, "vCenter", root.path("vcenter")));
    }

    private static JsonNode root(String name, String json) throws DriverException {
        StreamReadConstraints constraints =
                StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
        JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(constraints)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .build();
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            String where = Optional.ofNullable(e.getLocation())
                    .map(at -> " at line " + at.getLineNr())
                    .orElse("");
            throw bad(name, "it is not JSON" + where);
        }
    }

    private static HostEndpoints host(String name, String host, JsonNode node) throws DriverException {
        Optional<ApiEndpoint> api = api(name, host, node.path("api"));
        if (api.isEmpty() && !node.has("ssh")) {
            throw bad(name, host + " has neither \"ssh\" nor \"api\"");
        }
        return node.has("ssh")
                ? new HostEndpoints(Optional.of(ssh(name, host, node.path("ssh"))), api)
                : new HostEndpoints(Optional.empty(), api);
    }

    private static SshEndpoint ssh(String name, String host, JsonNode ssh) throws DriverException {
        int port = ssh.path("port").asInt(0);
        if (port < 1 || port > LAST_PORT) {
            throw bad(name, host + " has no port");
        }
        return new SshEndpoint(
                text(ssh, "address").orElseThrow(() -> bad(name, host + " has no address")),
                port,
                text(ssh, "user").orElse("root"),
                text(ssh, "password").map(Secret::of),
                text(ssh, "host_key"));
    }

    private static Optional<ApiEndpoint> api(String name, String place, JsonNode api) throws DriverException {
        if (api.isMissingNode() || api.isNull()) {
            return Optional.empty();
        }
        String url = text(api, "url").orElseThrow(() -> bad(name, "the API of " + place + " has no URL"));
        try {
            URI uri = new URI(url);
            if (!"https".equals(uri.getScheme()) || uri.getHost() == null || uri.getPort() > LAST_PORT) {
                throw bad(name, "the API of " + place + " has a URL that is not https://HOST:PORT/…");
            }
            return Optional.of(new ApiEndpoint(
                    uri.getHost().replaceAll("[\\[\\]]", ""),
                    uri.getPort() < 1 ? 443 : uri.getPort(),
                    text(api, "user").orElse("root"),
                    text(api, "password").map(Secret::of),
                    text(api, "sha256")));
        } catch (URISyntaxException e) {
            throw bad(name, "the API of " + place + " has a URL that is none");
        }
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

package io.twinpath.lab.site;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Diagnostics;
import io.twinpath.diag.Result;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Turns YAML into a site that runs.
 *
 * <p>Three keys are for the writer's comfort and gone after reading: {@code host_defaults} lies under every host,
 * {@code base} names the bundled site that this one changes, and {@code events} are operations that have happened since,
 * to parts only: machines run where the file says.
 */
public final class SiteReader {

    private static final String HOSTS = "hosts";

    private final String source;
    private final Function<String, Result<String>> bundled;

    /**
     * @param source what messages call it
     * @param bundled finds the text of a base site by name
     */
    public SiteReader(String source, Function<String, Result<String>> bundled) {
        this.source = source;
        this.bundled = bundled;
    }

    /** The site as it stands after its events. */
    public Result<Site> read(String yaml, Instant now) {
        Result<ObjectNode> tree = tree(yaml);
        if (tree instanceof Result.Failed<ObjectNode> failed) {
            return new Result.Failed<>(failed.diagnostics());
        }
        ObjectNode root = tree.orElseThrow();
        String base = root.path("base").asText();
        return base.isEmpty() ? finish(root, now) : onBase(root, base, now);
    }

    private Result<Site> onBase(ObjectNode changes, String base, Instant now) {
        Result<String> text = bundled.apply(base);
        if (text instanceof Result.Failed<String> failed) {
            return new Result.Failed<>(failed.diagnostics());
        }
        Result<ObjectNode> below = tree(text.orElseThrow());
        if (below instanceof Result.Failed<ObjectNode>) {
            return below.map(n -> new Site());
        }
        changes.remove("base");
        ObjectNode merged = below.orElseThrow();
        Overlay.onto(merged, changes);
        return finish(merged, now);
    }

    private Result<Site> finish(ObjectNode root, Instant now) {
        List<String> events = new ArrayList<>();
        Optional.ofNullable(root.remove("events")).ifPresent(e -> e.forEach(n -> events.add(n.asText())));
        JsonNode defaults = root.remove("host_defaults");
        if (defaults instanceof ObjectNode below && root.get(HOSTS) instanceof ObjectNode hosts) {
            hosts.properties().forEach(h -> h.setValue(Overlay.over(below, h.getValue())));
        }
        if (root.get("vms") instanceof ObjectNode vms) {
            vms.forEach(SiteReader::disks);
        }
        Diagnostics wrong = new Diagnostics();
        if (root.get(HOSTS) instanceof ObjectNode hosts) {
            hosts.properties().forEach(h -> release(h.getKey(), h.getValue(), wrong));
        }
        Result<Site> bound = wrong.hasErrors() ? wrong.toResult(new Site()) : bind(root);
        if (bound instanceof Result.Ok<Site> ok) {
            ok.value().hosts.forEach((name, host) -> {
                Power.settle(ok.value(), name, host);
                Routing.settle(host);
            });
            Machines.settle(ok.value());
            return play(ok.value(), events, now);
        }
        return bound;
    }

    /** A list of datastores becomes disks that differ in nothing else. */
    private static void disks(JsonNode vm) {
        if (vm instanceof ObjectNode fields && fields.get("disks") instanceof ArrayNode datastores) {
            ObjectNode disks = fields.putObject("disks");
            for (int i = 0; i < datastores.size(); i++) {
                disks.putObject("Hard disk " + (i + 1)).set("datastore", datastores.get(i));
            }
        }
    }

    /** {@code release: "7.0"} becomes the release that is known by this name. */
    private void release(String name, JsonNode host, Diagnostics wrong) {
        JsonNode written = host.path("release");
        if (!(host instanceof ObjectNode fields) || !written.isValueNode() || written.isNull()) {
            return;
        }
        Optional<Release> known = Release.named(written.asText());
        if (known.isPresent()) {
            Release release = known.orElseThrow();
            fields.putObject("release")
                    .put("version", release.version())
                    .put("build", release.build())
                    .put("update", release.update())
                    .put("patch", release.patch());
        } else {
            wrong.add(LabProblem.malformed(
                    source,
                    HOSTS + "." + name + ".release",
                    "no release is known by the name " + written.asText() + ", only by "
                            + String.join(", ", Release.names()) + " and their updates"));
        }
    }

    private Result<Site> play(Site site, List<String> events, Instant now) {
        Diagnostics found = new Diagnostics();
        for (String event : events) {
            Result<Operation> operation = Operation.parse(event);
            found.addAll(operation.diagnostics());
            if (operation instanceof Result.Ok<Operation> ok) {
                found.addAll(new Operations(site, now).only(ok.value()).diagnostics());
            }
        }
        return found.toResult(site);
    }

    private Result<Site> bind(ObjectNode root) {
        try {
            Site site = Json.yaml().treeToValue(root, Site.class);
            Diagnostics found = new Diagnostics();
            new SiteCheck(source, site, found).run();
            return found.toResult(site);
        } catch (JsonProcessingException wrong) {
            return Result.failed(shape(wrong));
        }
    }

    private Result<ObjectNode> tree(String yaml) {
        try {
            return Json.yaml().readTree(yaml) instanceof ObjectNode root
                    ? Result.ok(root)
                    : Result.failed(
                            LabProblem.malformed(source, "", "a site is a map of networks, switches and so on"));
        } catch (IOException wrong) {
            return Result.failed(shape(wrong));
        }
    }

    Diagnostic shape(IOException wrong) {
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            List<String> known = unknown.getKnownPropertyIds() == null
                    ? List.of()
                    : unknown.getKnownPropertyIds().stream()
                            .map(Object::toString)
                            .toList();
            return LabProblem.malformed(source, parent(unknown), unknown.getPropertyName(), known);
        }
        String path = wrong instanceof JsonMappingException mapping ? path(mapping.getPath()) : "";
        return LabProblem.malformed(source, path, firstLine(wrong));
    }

    private static String parent(JsonMappingException wrong) {
        List<JsonMappingException.Reference> path = wrong.getPath();
        return path(path.subList(0, Math.max(0, path.size() - 1)));
    }

    private static String path(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(r -> r.getFieldName() == null ? Integer.toString(r.getIndex()) : r.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String firstLine(IOException wrong) {
        String text = wrong instanceof JacksonException jackson ? jackson.getOriginalMessage() : wrong.getMessage();
        return text == null
                ? "not readable"
                : text.lines().findFirst().orElse("").strip();
    }
}

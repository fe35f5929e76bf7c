package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pipeline of the documentation, and what a runner makes of it. */
record PipelineFile(JsonNode tree) {

    static final Path FOLDER = Path.of("src/docs/ci");

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ (.*?) }}");

    static PipelineFile read(String name) throws IOException {
        return new PipelineFile(new YAMLMapper().readTree(Files.readString(FOLDER.resolve(name))));
    }

    /** One {@code run:} with the variables that it gets. */
    record Command(String name, String script, Map<String, String> variables) {}

    /** What a job of GitHub, Gitea or Forgejo checks out; empty for what its event is about. */
    String reference(String job, Map<String, String> expressions) {
        JsonNode first = tree.at("/jobs/" + job + "/steps/0");
        assertThat(first.path("uses").asText()).startsWith("actions/checkout@");
        assertThat(first.at("/with/persist-credentials").asBoolean(true)).isFalse();
        return filled(first.at("/with/ref").asText(), expressions);
    }

    /** The commands of such a job, in order. What other actions do is not tried here. */
    List<Command> steps(String job, Map<String, String> expressions) {
        List<Command> commands = new ArrayList<>();
        for (JsonNode step : tree.at("/jobs/" + job + "/steps")) {
            if (step.has("run")) {
                Map<String, String> variables = new TreeMap<>();
                for (JsonNode level : List.of(tree, tree.at("/jobs/" + job), step)) {
                    level.path("env")
                            .properties()
                            .forEach(e -> variables.put(
                                    e.getKey(), filled(e.getValue().asText(), expressions)));
                }
                assertThat(step.get("run").asText())
                        .as("text of others is never in a script")
                        .doesNotContain("${{");
                commands.add(
                        new Command(step.path("name").asText(), step.get("run").asText(), variables));
            }
        }
        assertThat(commands).isNotEmpty();
        return commands;
    }

    private static String filled(String text, Map<String, String> expressions) {
        Matcher matcher = EXPRESSION.matcher(text);
        return matcher.replaceAll(found -> {
            assertThat(expressions).as(text).containsKey(found.group(1));
            return Matcher.quoteReplacement(expressions.getOrDefault(found.group(1), ""));
        });
    }

    /** A job of GitLab as the one script that its runner makes of it. */
    Command gitlab(String job) {
        JsonNode own = tree.path(job);
        List<String> lines = new ArrayList<>();
        JsonNode before = own.has("before_script") ? own.get("before_script") : tree.at("/default/before_script");
        before.forEach(line -> lines.add(line.asText()));
        assertThat(own.path("script")).as(job).isNotEmpty();
        own.path("script").forEach(line -> lines.add(line.asText()));
        Map<String, String> variables = new TreeMap<>();
        for (JsonNode level : List.of(tree, own)) {
            level.path("variables")
                    .properties()
                    .forEach(e -> variables.put(e.getKey(), e.getValue().asText()));
        }
        return new Command(job, String.join("\n", lines), variables);
    }
}

package io.twinpath.plan.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliCommand;
import io.twinpath.driver.FileCommand;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.Option;
import io.twinpath.driver.ProgramCommand;
import io.twinpath.model.Delta;
import io.twinpath.model.HostFact;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Value;
import io.twinpath.model.Way;
import io.twinpath.plan.Guard;
import io.twinpath.plan.Plan;
import io.twinpath.plan.Reversal;
import io.twinpath.plan.Step;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;

/** A plan as a JSON tree. Secrets are references wherever they stand, so there is nothing to hide. */
final class PlanEncoder {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PlanEncoder() {}

    static ObjectNode file(Plan plan) {
        ObjectNode file = NODES.objectNode();
        file.put("format_version", Plan.FORMAT);
        file.put("sha256", Seal.OPEN);
        file.set("plan", plan(plan));
        return file;
    }

    private static ObjectNode plan(Plan plan) {
        ObjectNode node = NODES.objectNode();
        node.put("id", plan.stamp().id());
        node.put("tool_version", plan.stamp().toolVersion());
        node.put("created_at", plan.stamp().createdAt().toString());
        node.put("project", plan.project());
        node.put("spec_fingerprint", plan.specFingerprint());
        node.put("facts_fingerprint", plan.factsFingerprint());
        ObjectNode hosts = node.putObject("hosts");
        plan.hosts().forEach((name, fact) -> hosts.set(name, host(fact)));
        node.set("steps", array(plan.steps(), PlanEncoder::step));
        node.set("blocked", array(plan.blocked(), PlanEncoder::blocked));
        ObjectNode declared = node.putObject("declared");
        plan.declared().forEach((address, value) -> declared.set(address.toString(), value(value)));
        node.set("not_applied", texts(plan.notApplied()));
        node.put("kept", plan.kept());
        node.set("undeclared", array(plan.undeclared(), address -> NODES.textNode(address.toString())));
        plan.risks().ifPresent(risks -> node.set("risks", value(risks)));
        return node;
    }

    private static ObjectNode host(HostFact fact) {
        ObjectNode node = NODES.objectNode();
        return switch (fact) {
            case HostFact.Reached r ->
                node.put("uuid", r.uuid()).put("version", r.version()).put("build", r.build());
            case HostFact.Unreached u -> node.put("unreached", word(u.cause())).put("reason", u.reason());
        };
    }

    private static ObjectNode step(Step step) {
        ObjectNode node = NODES.objectNode();
        node.put("id", step.id());
        node.put("address", step.address().toString());
        node.put("action", word(step.action()));
        node.put("risk", word(step.risk()));
        node.set("way", way(step.way()));
        node.set("after", texts(new TreeSet<>(step.after())));
        node.set("deltas", array(step.deltas(), PlanEncoder::delta));
        node.set("wanted", value(step.wanted()));
        node.set("forward", array(step.forward(), PlanEncoder::command));
        node.set("reversal", reversal(step.reversal()));
        node.set("guards", array(step.guards(), PlanEncoder::guard));
        node.set("notes", texts(step.notes()));
        return node;
    }

    private static ObjectNode delta(Delta delta) {
        ObjectNode node = NODES.objectNode();
        node.set("path", texts(delta.path().segments()));
        node.set("before", value(delta.before()));
        node.set("after", value(delta.after()));
        node.put("sensitive", delta.sensitive());
        node.put("forces_replace", delta.forcesReplace());
        return node;
    }

    private static ObjectNode reversal(Reversal reversal) {
        ObjectNode node = NODES.objectNode();
        switch (reversal) {
            case Reversal.Commands c -> node.set("commands", array(c.commands(), PlanEncoder::command));
            case Reversal.Impossible i -> node.put("impossible", i.why());
        }
        return node;
    }

    private static ObjectNode way(Way way) {
        ObjectNode node = NODES.objectNode();
        node.put("place", way.place()).put("transport", word(way.transport()));
        if (!way.because().isEmpty()) {
            node.put("because", way.because());
        }
        return node;
    }

    private static ObjectNode guard(Guard guard) {
        ObjectNode node = NODES.objectNode();
        return switch (guard) {
            case Guard.Unchanged u ->
                node.put("unchanged", u.address().toString())
                        .put("transport", word(u.transport()))
                        .put("fingerprint", u.fingerprint());
            case Guard.StillThere s ->
                node.put("still_there", s.address().toString()).put("transport", word(s.transport()));
        };
    }

    private static ObjectNode command(Command command) {
        ObjectNode node = NODES.objectNode();
        switch (command) {
            case EsxcliCommand c -> {
                node.set("esxcli", texts(c.words()));
                node.set("options", array(c.options(), PlanEncoder::option));
            }
            case FileCommand c -> node.put("file", c.file().path()).put("text", c.text());
            case ProgramCommand c -> node.set("program", texts(c.words()));
            case MethodCommand c -> node.setAll(VimJson.command(c));
        }
        return node;
    }

    private static ObjectNode option(Option option) {
        ObjectNode node = NODES.objectNode().put("name", option.name());
        return switch (option.argument()) {
            case Option.Text t -> node.put("text", t.text());
            case Option.Secret s -> node.put("secret", s.reference().toString());
            case Option.Flag f -> node;
        };
    }

    private static ObjectNode blocked(Plan.Blocked blocked) {
        ObjectNode node = NODES.objectNode();
        node.put("address", blocked.address().toString());
        node.set("obstacles", array(blocked.obstacles(), PlanEncoder::obstacle));
        return node;
    }

    private static ObjectNode obstacle(Obstacle obstacle) {
        ObjectNode node = NODES.objectNode();
        return switch (obstacle) {
            case Obstacle.HandsOn o -> node.put("hands_on", o.text());
            case Obstacle.WaitsFor o -> node.put("waits_for", o.other().toString());
            case Obstacle.Unread o -> node.put("unread", o.text());
            case Obstacle.Unsupported o -> node.put("unsupported", o.text());
        };
    }

    static JsonNode value(Value value) {
        return switch (value) {
            case Value.None none -> NODES.nullNode();
            case Value.Text text -> NODES.textNode(text.text());
            case Value.Whole whole -> NODES.numberNode(whole.number());
            case Value.Flag flag -> NODES.booleanNode(flag.on());
            case Value.Items items -> array(items.items(), PlanEncoder::value);
            case Value.Fields fields -> {
                ObjectNode node = NODES.objectNode();
                fields.fields().forEach((name, field) -> node.set(name, value(field)));
                yield node;
            }
        };
    }

    private static <T> ArrayNode array(Collection<T> items, Function<T, ? extends JsonNode> encode) {
        ArrayNode node = NODES.arrayNode();
        items.forEach(item -> node.add(encode.apply(item)));
        return node;
    }

    private static ArrayNode texts(Collection<String> texts) {
        return array(texts, NODES::textNode);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

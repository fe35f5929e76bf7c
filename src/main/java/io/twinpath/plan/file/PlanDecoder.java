package io.twinpath.plan.file;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliCommand;
import io.twinpath.driver.FileCommand;
import io.twinpath.driver.HostFile;
import io.twinpath.driver.Option;
import io.twinpath.driver.ProgramCommand;
import io.twinpath.model.Address;
import io.twinpath.model.Delta;
import io.twinpath.model.FieldPath;
import io.twinpath.model.HostFact;
import io.twinpath.model.Obstacle;
import io.twinpath.model.RiskClass;
import io.twinpath.model.SecretRef;
import io.twinpath.model.Transport;
import io.twinpath.model.Value;
import io.twinpath.model.Way;
import io.twinpath.plan.Guard;
import io.twinpath.plan.Plan;
import io.twinpath.plan.PlanStamp;
import io.twinpath.plan.Reversal;
import io.twinpath.plan.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A plan from a JSON tree; the mirror of {@link PlanEncoder}. */
final class PlanDecoder {

    private PlanDecoder() {}

    static Plan file(Part file) {
        return file.only("format_version", "sha256", "plan").at("plan").checked(PlanDecoder::plan);
    }

    private static Plan plan(Part part) {
        part.only(
                "id",
                "tool_version",
                "created_at",
                "project",
                "spec_fingerprint",
                "facts_fingerprint",
                "hosts",
                "steps",
                "blocked",
                "declared",
                "not_applied",
                "kept",
                "undeclared",
                "risks");
        SortedMap<String, HostFact> hosts = new TreeMap<>();
        part.at("hosts").fields((name, host) -> hosts.put(name, host(host)));
        SortedMap<Address, Value> declared = new TreeMap<>();
        part.at("declared").fields((name, value) -> declared.put(address(value, name), value(value)));
        return new Plan(
                new PlanStamp(
                        part.at("id").text(),
                        part.at("tool_version").text(),
                        part.at("created_at").instant()),
                part.at("project").text(),
                part.at("spec_fingerprint").text(),
                part.at("facts_fingerprint").text(),
                hosts,
                part.at("steps").items(step -> step.checked(PlanDecoder::step)),
                part.at("blocked").items(blocked -> blocked.checked(PlanDecoder::blocked)),
                declared,
                new TreeSet<>(part.at("not_applied").items(Part::text)),
                part.at("kept").count(),
                new TreeSet<>(part.has("undeclared") ? part.at("undeclared").items(PlanDecoder::address) : List.of()),
                part.has("risks") ? Optional.of(risks(part.at("risks"))) : Optional.empty());
    }

    /** Findings are told and never acted on, so that only their frame is looked at. */
    private static Value.Fields risks(Part part) {
        part.only("opens", "worsens", "closes", "leaves", "refused");
        Map<String, Value> lists = new LinkedHashMap<>();
        part.fields((name, list) -> lists.put(
                name,
                new Value.Items(List.copyOf(
                        name.equals("refused")
                                ? list.items(id -> Value.text(id.text()))
                                : list.items(PlanDecoder::finding)))));
        return new Value.Fields(lists);
    }

    private static Value finding(Part part) {
        part.at("code").text();
        part.at("title").text();
        part.at("severity").text();
        return value(part);
    }

    private static HostFact host(Part part) {
        if (part.has("unreached")) {
            part.only("unreached", "reason");
            return new HostFact.Unreached(
                    part.at("unreached").choice(HostFact.Cause.class),
                    part.at("reason").text());
        }
        part.only("uuid", "version", "build");
        return new HostFact.Reached(
                part.at("uuid").text(),
                part.at("version").text(),
                part.at("build").text());
    }

    private static Step step(Part part) {
        part.only(
                "id",
                "address",
                "action",
                "risk",
                "way",
                "after",
                "deltas",
                "wanted",
                "forward",
                "reversal",
                "guards",
                "notes");
        return new Step(
                part.at("id").text(),
                address(part.at("address")),
                part.at("action").choice(Step.Action.class),
                part.at("deltas").items(PlanDecoder::delta),
                value(part.at("wanted")),
                way(part.at("way")),
                part.at("forward").items(PlanDecoder::command),
                reversal(part.at("reversal")),
                Set.copyOf(part.at("after").items(Part::text)),
                part.at("risk").choice(RiskClass.class),
                part.at("guards").items(PlanDecoder::guard),
                part.at("notes").items(Part::text));
    }

    private static Way way(Part part) {
        part.only("place", "transport", "because");
        return new Way(
                part.at("place").text(),
                part.at("transport").choice(Transport.class),
                part.has("because") ? part.at("because").text() : "");
    }

    private static Delta delta(Part part) {
        part.only("path", "before", "after", "sensitive", "forces_replace");
        return new Delta(
                new FieldPath(part.at("path").items(Part::text)),
                value(part.at("before")),
                value(part.at("after")),
                part.at("sensitive").flag(),
                part.at("forces_replace").flag());
    }

    private static Reversal reversal(Part part) {
        part.only("commands", "impossible");
        return part.has("commands")
                ? new Reversal.Commands(part.at("commands").items(PlanDecoder::command))
                : new Reversal.Impossible(part.at("impossible").text());
    }

    private static Guard guard(Part part) {
        part.only("unchanged", "fingerprint", "still_there", "transport");
        Transport transport = part.at("transport").choice(Transport.class);
        return part.has("unchanged")
                ? new Guard.Unchanged(
                        address(part.at("unchanged")),
                        transport,
                        part.at("fingerprint").text())
                : new Guard.StillThere(address(part.at("still_there")), transport);
    }

    private static Command command(Part part) {
        if (part.has("file")) {
            part.only("file", "text");
            Part file = part.at("file");
            return new FileCommand(
                    HostFile.at(file.text()).orElseThrow(() -> new MalformedException(file.path(), "is not written")),
                    part.at("text").text());
        }
        if (part.has("program")) {
            part.only("program");
            Part program = part.at("program");
            return ProgramCommand.of(program.items(Part::text))
                    .orElseThrow(() -> new MalformedException(program.path(), "is not a program that is run"));
        }
        if (part.has("method")) {
            return VimJson.command(part);
        }
        part.only("esxcli", "options");
        return new EsxcliCommand(
                part.at("esxcli").items(Part::text), part.at("options").items(PlanDecoder::option));
    }

    private static Option option(Part part) {
        part.only("name", "text", "secret");
        return new Option(part.at("name").text(), argument(part));
    }

    private static Option.Argument argument(Part part) {
        if (part.has("secret")) {
            return new Option.Secret(SecretRef.parse(part.at("secret").text()));
        }
        return part.has("text") ? new Option.Text(part.at("text").text()) : new Option.Flag();
    }

    private static Plan.Blocked blocked(Part part) {
        part.only("address", "obstacles");
        return new Plan.Blocked(
                address(part.at("address")), part.at("obstacles").items(PlanDecoder::obstacle));
    }

    private static Obstacle obstacle(Part part) {
        part.only("hands_on", "waits_for", "unread", "unsupported");
        if (part.has("hands_on")) {
            return new Obstacle.HandsOn(part.at("hands_on").text());
        }
        if (part.has("waits_for")) {
            return new Obstacle.WaitsFor(address(part.at("waits_for")));
        }
        return part.has("unread")
                ? new Obstacle.Unread(part.at("unread").text())
                : new Obstacle.Unsupported(part.at("unsupported").text());
    }

    private static Address address(Part part) {
        return address(part, part.text());
    }

    private static Address address(Part part, String text) {
        return Address.parse(text).orElseThrow(() -> new MalformedException(part.path(), "is not an address"));
    }

    private static Value value(Part part) {
        return switch (part.node().getNodeType()) {
            case NULL -> Value.none();
            case STRING -> Value.text(part.text());
            case BOOLEAN -> new Value.Flag(part.flag());
            case NUMBER -> {
                if (!part.node().isIntegralNumber() || !part.node().canConvertToLong()) {
                    throw new MalformedException(part.path(), "is not a whole number of 64 bits");
                }
                yield new Value.Whole(part.node().longValue());
            }
            case ARRAY -> new Value.Items(List.copyOf(part.items(PlanDecoder::value)));
            case OBJECT -> {
                Map<String, Value> fields = new LinkedHashMap<>();
                part.fields((name, field) -> fields.put(name, value(field)));
                yield new Value.Fields(fields);
            }
            case BINARY, MISSING, POJO -> throw new MalformedException(part.path(), "is not a value");
        };
    }
}

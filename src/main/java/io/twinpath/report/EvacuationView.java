package io.twinpath.report;

import io.twinpath.evacuate.End;
import io.twinpath.evacuate.Evacuation;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who leaves a host and what keeps the others, for people and for machines. */
public final class EvacuationView {

    private EvacuationView() {}

    public static String text(Evacuation evacuation, Style style) {
        StringBuilder out = new StringBuilder();
        evacuation
                .overrides()
                .forEach((machine, settings) -> out.append("  ")
                        .append(style.yellow("~"))
                        .append(' ')
                        .append(Printable.line(machine))
                        .append("  ")
                        .append(Printable.line(settings.entrySet().stream()
                                .map(e -> e.getKey() + " = " + e.getValue())
                                .collect(Collectors.joining(", "))))
                        .append(evacuation.carriedOut() ? " was set first\n" : " is set first\n"));
        left(evacuation)
                .forEach((target, machines) -> out.append("  ")
                        .append(style.green(">"))
                        .append(' ')
                        .append(Printable.line(String.join(", ", machines)))
                        .append("  to ")
                        .append(Printable.line(target))
                        .append('\n'));
        for (End end : evacuation.ends()) {
            switch (end) {
                case End.Left left -> {}
                case End.Stayed stayed -> {
                    out.append("  ")
                            .append(style.red("!"))
                            .append(' ')
                            .append(style.bold(Printable.line(stayed.machine())))
                            .append("  stays\n");
                    stayed.because()
                            .forEach(why -> out.append("      ")
                                    .append(Printable.line(why))
                                    .append('\n'));
                }
            }
        }
        return out + summary(evacuation) + hint(evacuation);
    }

    private static SortedMap<String, List<String>> left(Evacuation evacuation) {
        SortedMap<String, List<String>> byTarget = new TreeMap<>();
        for (End end : evacuation.ends()) {
            if (end instanceof End.Left left) {
                byTarget.computeIfAbsent(left.to(), t -> new ArrayList<>()).add(left.machine());
            }
        }
        return byTarget;
    }

    private static String summary(Evacuation evacuation) {
        long left =
                evacuation.ends().stream().filter(End.Left.class::isInstance).count();
        long stayed = evacuation.ends().size() - left;
        if (evacuation.ends().isEmpty()) {
            return "There is no virtual machine on " + evacuation.host() + ".\n";
        }
        String gone = evacuation.carriedOut() ? " moved, " : " can move, ";
        return left + gone + stayed + (stayed == 1 ? " stays" : " stay") + " on " + evacuation.host() + ".\n";
    }

    private static String hint(Evacuation evacuation) {
        List<String> machines = evacuation.notAsked();
        return machines.isEmpty()
                ? ""
                : "The spec has settings that let " + Printable.line(String.join(", ", machines))
                        + " move: --apply-overrides sets them first.\n";
    }

    public static String json(Evacuation evacuation) {
        return Json.document(json -> {
            json.writeStringField("host", evacuation.host());
            json.writeBooleanField("carried_out", evacuation.carriedOut());
            json.writeBooleanField("complete", evacuation.complete());
            json.writeObjectFieldStart("overrides");
            for (var machine : evacuation.overrides().entrySet()) {
                json.writeObjectFieldStart(machine.getKey());
                for (var setting : machine.getValue().entrySet()) {
                    json.writeStringField(setting.getKey(), setting.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeArrayFieldStart("machines");
            for (End end : evacuation.ends()) {
                json.writeStartObject();
                json.writeStringField("name", end.machine());
                switch (end) {
                    case End.Left left -> {
                        json.writeStringField("state", evacuation.carriedOut() ? "moved" : "can_move");
                        json.writeStringField("to", left.to());
                    }
                    case End.Stayed stayed -> {
                        json.writeStringField("state", "stays");
                        Json.strings(json, "because", stayed.because());
                    }
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}

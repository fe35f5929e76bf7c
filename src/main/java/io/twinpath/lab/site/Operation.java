package io.twinpath.lab.site;

import io.twinpath.diag.Result;
import java.util.List;

/** What can happen to a site from outside: parts fail and are mended, a person presses a button or swaps a card. */
public sealed interface Operation {

    record Fail(String component) implements Operation {
        @Override
        public String toString() {
            return "fail " + component;
        }
    }

    record Repair(String component) implements Operation {
        @Override
        public String toString() {
            return "repair " + component;
        }
    }

    record SwitchPower(String host, boolean on) implements Operation {
        @Override
        public String toString() {
            return "power " + host + (on ? " on" : " off");
        }
    }

    /** {@code model} is {@code none} to leave the slot empty. */
    record PlaceCard(String host, String slot, String model) implements Operation {

        public static final String NONE = "none";

        @Override
        public String toString() {
            return "card " + host + " " + slot + " " + model;
        }
    }

    /** A person goes to a machine: starts it when it is down, and gives its guest what it waits for. */
    record Attend(String vm) implements Operation {
        @Override
        public String toString() {
            return "attend " + vm;
        }
    }

    /** Reads the words that {@code toString} prints. */
    static Result<Operation> parse(String text) {
        List<String> words = List.of(text.strip().split("\\s+"));
        return switch (words.getFirst() + "/" + words.size()) {
            case "fail/2" -> Result.ok(new Fail(words.get(1)));
            case "repair/2" -> Result.ok(new Repair(words.get(1)));
            case "attend/2" -> Result.ok(new Attend(words.get(1)));
            case "card/4" -> Result.ok(new PlaceCard(words.get(1), words.get(2), words.get(3)));
            case "power/3" -> power(text, words);
            default -> Result.failed(LabProblem.malformedOperation(text, "unknown word, or words missing"));
        };
    }

    private static Result<Operation> power(String text, List<String> words) {
        return switch (words.get(2)) {
            case "on" -> Result.ok(new SwitchPower(words.get(1), true));
            case "off" -> Result.ok(new SwitchPower(words.get(1), false));
            default -> Result.failed(LabProblem.malformedOperation(text, "power is switched on or off"));
        };
    }
}

package io.twinpath.lab.shell;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Applets about the host, and those that run other commands. */
final class SystemApplets {

    private static final Map<Character, String> DATE_PARTS = Map.ofEntries(
            Map.entry('Y', "yyyy"),
            Map.entry('m', "MM"),
            Map.entry('d', "dd"),
            Map.entry('e', "ppd"),
            Map.entry('H', "HH"),
            Map.entry('M', "mm"),
            Map.entry('S', "ss"),
            Map.entry('b', "MMM"),
            Map.entry('a', "EEE"),
            Map.entry('j', "DDD"),
            Map.entry('Z', "'UTC'"),
            Map.entry('T', "HH:mm:ss"),
            Map.entry('F', "yyyy-MM-dd"));

    private SystemApplets() {}

    static int uname(Call call) {
        Optional<Flags> parsed = Flags.of(call, "asnrvmpio", "");
        if (parsed.isEmpty()) {
            return 1;
        }
        Map<Character, String> known = Map.of(
                's', "VMkernel",
                'n', Octets.of(call.machine().hostname()),
                'r', Octets.of(call.machine().release()),
                'v', "#1 SMP Release",
                'm', "x86_64",
                'o', "ESXi");
        List<String> shown = new ArrayList<>();
        for (char part : "snrvmo".toCharArray()) {
            if (parsed.get().has(part)
                    || parsed.get().has('a')
                    || (part == 's' && parsed.get().values().isEmpty())) {
                shown.add(known.getOrDefault(part, ""));
            }
        }
        return Builtins.line(call, String.join(" ", shown));
    }

    static int date(Call call) {
        Optional<Flags> parsed = Flags.of(call, "uR", "dD");
        if (parsed.isEmpty()) {
            return 1;
        }
        Flags flags = parsed.get();
        if (flags.has('d')
                || (!flags.rest().isEmpty() && !flags.rest().getFirst().startsWith("+"))) {
            return call.fail("can't set date: Operation not permitted");
        }
        String format = flags.rest().isEmpty()
                ? "%a %b %e %T %Z %Y"
                : flags.rest().getFirst().substring(1);
        return Builtins.line(call, formatted(call.machine().clock().instant(), format));
    }

    /** A time in UTC, as ESXi keeps it; unknown letters stay as they are. */
    static String formatted(Instant time, String format) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) {
                out.append(c);
                continue;
            }
            char part = format.charAt(++i);
            out.append(
                    switch (part) {
                        case 's' -> Long.toString(time.getEpochSecond());
                        case 'n' -> "\n";
                        case '%' -> "%";
                        default ->
                            Optional.ofNullable(DATE_PARTS.get(part))
                                    .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                                            .format(time.atZone(ZoneOffset.UTC)))
                                    .orElse("%" + part);
                    });
        }
        return out.toString();
    }

    static int sleep(Call call) {
        double seconds = 0;
        for (String argument : call.arguments()) {
            if (!argument.matches("[0-9]{1,9}(\\.[0-9]{1,9})?[smhd]?")) {
                return call.fail("invalid number '" + argument + "'");
            }
            int unit = "smhd".indexOf(argument.charAt(argument.length() - 1));
            String digits = unit < 0 ? argument : argument.substring(0, argument.length() - 1);
            seconds +=
                    Double.parseDouble(digits) * List.of(1, 60, 3_600, 86_400).get(Math.max(0, unit));
        }
        if (call.arguments().isEmpty()) {
            return call.fail("missing operand");
        }
        call.streams().out().flush();
        call.budget().sleep(call.name().equals("usleep") ? seconds / 1e6 : seconds);
        return 0;
    }

    static int id(Call call) {
        return switch (String.join(" ", call.arguments())) {
            case "-u", "-g" -> Builtins.line(call, "0");
            case "-un", "-gn" -> Builtins.line(call, "root");
            default -> Builtins.line(call, "uid=0(root) gid=0(root)");
        };
    }

    static int which(Call call) {
        int status = 0;
        for (String name : call.arguments()) {
            Optional<String> path = call.shell().commands().path(name);
            path.ifPresent(call::line);
            status = path.isPresent() ? status : 1;
        }
        return call.arguments().isEmpty() ? 1 : status;
    }

    static int env(Call call) {
        int at = 0;
        Env env = call.env().subshell();
        while (at < call.arguments().size() && call.arguments().get(at).indexOf('=') > 0) {
            String argument = call.arguments().get(at++);
            String name = argument.substring(0, argument.indexOf('='));
            env.variables.put(name, argument.substring(name.length() + 1));
            env.exported.add(name);
        }
        if (at == call.arguments().size()) {
            env.exported.forEach(name -> call.line(name + "=" + env.value(name).orElse("")));
            return 0;
        }
        Interpreter inner =
                new Interpreter(call.machine(), env, call.budget(), call.shell().background());
        return inner.commands()
                .unhidden(call.arguments().subList(at, call.arguments().size()), call.streams());
    }

    static int seq(Call call) {
        List<Integer> numbers = call.arguments().stream()
                .flatMap(word -> Builtins.number(word).stream())
                .toList();
        if (numbers.isEmpty() || numbers.size() != call.arguments().size() || numbers.size() > 3) {
            return call.fail("invalid number");
        }
        int first = numbers.size() == 1 ? 1 : numbers.getFirst();
        int step = numbers.size() == 3 ? numbers.get(1) : 1;
        if (step == 0) {
            return call.fail("invalid increment");
        }
        for (long i = first; step > 0 ? i <= numbers.getLast() : i >= numbers.getLast(); i += step) {
            call.line(Long.toString(i));
            call.budget().check();
        }
        return 0;
    }

    static int basename(Call call) {
        if (call.arguments().isEmpty()) {
            return call.fail("missing operand");
        }
        String base = base(call.arguments().getFirst());
        String suffix = call.arguments().size() > 1 ? call.arguments().get(1) : "";
        boolean cuts = base.endsWith(suffix) && !base.equals(suffix);
        return Builtins.line(call, cuts ? base.substring(0, base.length() - suffix.length()) : base);
    }

    static int dirname(Call call) {
        if (call.arguments().isEmpty()) {
            return call.fail("missing operand");
        }
        String path = call.arguments().getFirst().replaceFirst("(?<=.)/+$", "");
        int slash = path.lastIndexOf('/');
        return Builtins.line(call, slash < 0 ? "." : slash == 0 ? "/" : path.substring(0, slash));
    }

    /** The last step of a path. */
    static String base(String path) {
        String trimmed = path.replaceFirst("(?<=.)/+$", "");
        return trimmed.equals("/") ? "/" : trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    /** Runs its arguments: sessions and hang-ups mean nothing here. */
    static int runs(Call call) {
        return call.arguments().isEmpty()
                ? call.fail("missing operand")
                : call.shell().commands().unhidden(call.arguments(), call.streams());
    }

    static int xargs(Call call) {
        List<String> words = call.arguments();
        int most = Integer.MAX_VALUE;
        boolean skipsEmpty = false;
        while (!words.isEmpty() && words.getFirst().startsWith("-")) {
            boolean counted = words.getFirst().equals("-n") && words.size() > 1;
            if (!counted && !words.getFirst().equals("-r")) {
                return call.fail("invalid option -- '" + words.getFirst().substring(1) + "'");
            }
            skipsEmpty |= !counted;
            most = counted ? Builtins.number(words.get(1)).filter(n -> n > 0).orElse(1) : most;
            words = words.subList(counted ? 2 : 1, words.size());
        }
        List<String> command = words.isEmpty() ? List.of("echo") : words;
        List<String> items = items(call.streams().in().rest());
        int status = items.isEmpty() && !skipsEmpty ? once(call, command, List.of()) : 0;
        for (int i = 0; i < items.size(); i += Math.min(most, items.size())) {
            int code = once(call, command, items.subList(i, Math.min(items.size(), i + Math.min(most, items.size()))));
            status = code == 0 ? status : code == 127 ? 127 : 123;
        }
        return status;
    }

    private static int once(Call call, List<String> command, List<String> items) {
        List<String> words = new ArrayList<>(command);
        words.addAll(items);
        call.budget().step();
        return call.shell().commands().unhidden(words, call.streams().with(0, Input.of("")));
    }

    /** Blank-separated, with quotes and backslashes as in a shell. */
    private static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        boolean started = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
                item.append(quote == 0 ? "" : String.valueOf(c));
            } else if (c == '\'' || c == '"') {
                quote = c;
                started = true;
            } else if (" \t\n".indexOf(c) >= 0) {
                if (started) {
                    items.add(item.toString());
                    item.setLength(0);
                }
                started = false;
            } else {
                started = true;
                item.append(c == '\\' && i + 1 < text.length() ? text.charAt(++i) : c);
            }
        }
        if (started) {
            items.add(item.toString());
        }
        return items;
    }
}

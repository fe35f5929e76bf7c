package io.twinpath.lab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applets that work line by line: {@code uniq} and {@code cut}. */
final class Lines {

    private Lines() {}

    static int uniq(Call call) {
        Optional<Flags> flags = Flags.of(call, "cdu", "");
        if (flags.isEmpty()) {
            return 1;
        }
        List<String> files = flags.get().files().subList(0, 1);
        return TextApplets.each(call, files, (file, text) -> groups(call, flags.get(), TextApplets.lines(text)));
    }

    private static void groups(Call call, Flags flags, List<String> lines) {
        int start = 0;
        while (start < lines.size()) {
            int end = start + 1;
            while (end < lines.size() && lines.get(end).equals(lines.get(start))) {
                end++;
            }
            int count = end - start;
            boolean shown = !(flags.has('d') && count == 1) && !(flags.has('u') && count > 1);
            if (shown) {
                String number = Integer.toString(count);
                String prefix = " ".repeat(Math.max(0, 7 - number.length())) + number + " ";
                call.line(flags.has('c') ? prefix + lines.get(start) : lines.get(start));
            }
            start = end;
        }
    }

    static int cut(Call call) {
        Optional<Flags> flags = Flags.of(call, "sn", "dfcb");
        if (flags.isEmpty()) {
            return 1;
        }
        boolean fields = flags.get().has('f');
        String list = flags.get().value('f', flags.get().value('c', flags.get().value('b', "")));
        Optional<List<Range>> ranges = ranges(list);
        if (ranges.isEmpty()) {
            return call.fail(
                    list.isEmpty() ? "expected a list of bytes, characters, or fields" : "invalid range " + list);
        }
        String delimiter = flags.get().value('d', "\t");
        if (delimiter.length() > 1) {
            return call.fail("bad delimiter");
        }
        return TextApplets.each(call, flags.get().files(), (file, text) -> {
            for (String line : TextApplets.lines(text)) {
                if (!fields) {
                    call.line(characters(line, ranges.get()));
                } else if (!delimiter.isEmpty() && line.contains(delimiter)) {
                    call.line(fields(line, delimiter, ranges.get()));
                } else if (!flags.get().has('s')) {
                    call.line(line);
                }
            }
        });
    }

    private static String characters(String line, List<Range> ranges) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            if (holds(ranges, i + 1)) {
                kept.append(line.charAt(i));
            }
        }
        return kept.toString();
    }

    private static String fields(String line, String delimiter, List<Range> ranges) {
        List<String> kept = new ArrayList<>();
        int start = 0;
        for (int field = 1; start <= line.length(); field++) {
            int end = line.indexOf(delimiter, start);
            end = end < 0 ? line.length() : end;
            if (holds(ranges, field)) {
                kept.add(line.substring(start, end));
            }
            start = end + 1;
        }
        return String.join(delimiter, kept);
    }

    private static boolean holds(List<Range> ranges, int place) {
        return ranges.stream().anyMatch(range -> range.from() <= place && place <= range.to());
    }

    private static Optional<List<Range>> ranges(String list) {
        List<Range> ranges = new ArrayList<>();
        for (String part : list.split(",", -1)) {
            int dash = part.indexOf('-');
            String from = dash < 0 ? part : part.substring(0, dash);
            String to = dash < 0 ? part : part.substring(dash + 1);
            Optional<Integer> first = from.isEmpty() && dash == 0 ? Optional.of(1) : Builtins.number(from);
            Optional<Integer> last = to.isEmpty() && dash > 0 ? Optional.of(Integer.MAX_VALUE) : Builtins.number(to);
            if (first.isEmpty() || last.isEmpty() || first.get() < 1 || last.get() < first.get()) {
                return Optional.empty();
            }
            ranges.add(new Range(first.get(), last.get()));
        }
        return Optional.of(ranges);
    }

    private record Range(int from, int to) {}
}

package io.twinpath.lab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code grep}: the lines, or parts of lines, that match. */
final class Grep {

    private final Call call;
    private final Flags flags;
    private final List<Regex> patterns;
    private final boolean named;
    private boolean found;

    private Grep(Call call, Flags flags, List<Regex> patterns, boolean named) {
        this.call = call;
        this.flags = flags;
        this.patterns = patterns;
        this.named = named;
    }

    static int run(Call call) {
        Optional<Flags> parsed = Flags.of(call, "EFGivqcolnhHswx", "em");
        if (parsed.isEmpty()) {
            return 2;
        }
        Flags flags = parsed.get();
        List<String> rest = flags.rest();
        if (!flags.has('e') && rest.isEmpty()) {
            return call.fail("no pattern", 2);
        }
        String pattern = flags.value('e', rest.isEmpty() ? "" : rest.getFirst());
        List<String> files = flags.has('e') ? rest : rest.subList(1, rest.size());
        try {
            List<Regex> patterns = patterns(call.name(), flags, pattern);
            boolean named = (files.size() > 1 || flags.has('H')) && !flags.has('h');
            return new Grep(call, flags, patterns, named).search(files.isEmpty() ? List.of("-") : files);
        } catch (RegexParser.Wrong e) {
            return call.fail("bad regex '" + pattern + "': " + e.getMessage(), 2);
        }
    }

    private static List<Regex> patterns(String name, Flags flags, String pattern) {
        boolean extended = flags.has('E') || name.equals("egrep");
        boolean text = flags.has('F') || name.equals("fgrep");
        List<Regex> patterns = new ArrayList<>();
        for (String line : pattern.split("\n", -1)) {
            patterns.add(text ? Regex.text(line, flags.has('i')) : RegexParser.parse(line, extended, flags.has('i')));
        }
        return patterns;
    }

    private int search(List<String> files) {
        boolean[] failed = {false};
        for (String file : files) {
            try {
                search(file, call.read(file));
            } catch (FileException e) {
                failed[0] = true;
                if (!flags.has('s')) {
                    call.fail(file + ": " + e.trouble().words());
                }
            }
        }
        return found && (flags.has('q') || !failed[0]) ? 0 : failed[0] ? 2 : 1;
    }

    private void search(String file, String text) {
        int limit = Builtins.number(flags.value('m', "")).orElse(Integer.MAX_VALUE);
        int count = 0;
        int number = 0;
        for (String line : TextApplets.lines(text)) {
            number++;
            call.budget().check();
            if (count < limit && selects(line) != flags.has('v')) {
                count++;
                show(file, line, number);
            }
        }
        found |= count > 0;
        if (flags.has('q')) {
            return;
        }
        if (flags.has('l')) {
            call.out(count > 0 ? file + "\n" : "");
        } else if (flags.has('c')) {
            call.line((named ? file + ":" : "") + count);
        }
    }

    private void show(String file, String line, int number) {
        if (flags.has('q') || flags.has('l') || flags.has('c')) {
            return;
        }
        String prefix = (named ? file + ":" : "") + (flags.has('n') ? number + ":" : "");
        if (!flags.has('o')) {
            call.line(prefix + line);
        } else if (!flags.has('v')) {
            parts(line, prefix);
        }
    }

    private boolean selects(String line) {
        if (!flags.has('x') && !flags.has('w')) {
            return patterns.stream().anyMatch(pattern -> pattern.isIn(line));
        }
        return next(line, 0).start() >= 0;
    }

    private void parts(String line, String prefix) {
        int at = 0;
        while (at <= line.length()) {
            Regex.Match match = next(line, at);
            if (match.start() < 0) {
                return;
            }
            if (match.end() > match.start()) {
                call.line(prefix + line.substring(match.start(), match.end()));
            }
            at = Math.max(match.end(), match.start() + 1);
        }
    }

    /** The leftmost match of any pattern, the longest of those. */
    private Regex.Match next(String line, int from) {
        Regex.Match best = new Regex.Match(-1, -1);
        for (Regex pattern : patterns) {
            Regex.Match match = pattern.find(line, from, call.budget());
            while (match.start() >= 0 && !accepted(line, match)) {
                match = pattern.find(line, match.start() + 1, call.budget());
            }
            boolean better = best.start() < 0
                    || match.start() < best.start()
                    || (match.start() == best.start() && match.end() > best.end());
            best = match.start() >= 0 && better ? match : best;
        }
        return best;
    }

    private boolean accepted(String line, Regex.Match match) {
        if (flags.has('x')) {
            return match.start() == 0 && match.end() == line.length();
        }
        boolean before = match.start() > 0 && Regex.isWord(line.charAt(match.start() - 1));
        boolean after = match.end() < line.length() && Regex.isWord(line.charAt(match.end()));
        return !flags.has('w') || (!before && !after);
    }
}

package io.twinpath.lab.shell;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Applets that read text whole: {@code cat head tail wc tee} and checksums. */
final class TextApplets {

    private TextApplets() {}

    /** Gives each named file's content to an action; a file that cannot be read is said and counts as a failure. */
    static int each(Call call, List<String> files, Action action) {
        int status = 0;
        for (String file : files) {
            String content;
            try {
                content = call.read(file);
            } catch (FileException e) {
                status = call.fail(file.equals("") ? "can't open '': No such file or directory" : cannotOpen(file, e));
                continue;
            }
            action.run(file, content);
        }
        return status;
    }

    private static String cannotOpen(String file, FileException e) {
        return e.trouble() == FileTrouble.IS_A_DIRECTORY
                ? "read error: Is a directory"
                : "can't open '" + file + "': " + e.trouble().words();
    }

    /** Lines without their newlines. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            lines.add(text.substring(start, end));
            start = end + 1;
        }
        return lines;
    }

    static int cat(Call call) {
        return Flags.of(call, "u", "")
                .map(flags -> each(call, flags.files(), (file, text) -> call.out(text)))
                .orElse(1);
    }

    static int head(Call call) {
        return sliced(call, (text, count, bytes) -> {
            int end = bytes ? Math.min(text.length(), count.amount()) : lineStart(text, count.amount());
            return text.substring(0, end);
        });
    }

    static int tail(Call call) {
        return sliced(call, (text, count, bytes) -> {
            int size = bytes ? text.length() : lines(text).size();
            int skip = count.fromStart() ? Math.max(0, count.amount() - 1) : Math.max(0, size - count.amount());
            return text.substring(Math.min(text.length(), bytes ? skip : lineStart(text, skip)));
        });
    }

    private static int sliced(Call call, Slice slice) {
        List<String> words = new ArrayList<>(call.arguments());
        if (!words.isEmpty() && words.getFirst().matches("-[0-9]+")) {
            words.set(0, "-n" + words.getFirst().substring(1));
        }
        Call normal = new Call(call.name(), words, call.streams(), call.shell());
        Optional<Flags> parsed = Flags.of(normal, "qv", "nc");
        if (parsed.isEmpty()) {
            return 1;
        }
        Flags flags = parsed.get();
        String text = flags.value('n', flags.value('c', "10"));
        Optional<Count> count = Count.of(text);
        if (count.isEmpty()) {
            return call.fail("invalid number '" + text + "'");
        }
        boolean titled = flags.rest().size() > 1;
        boolean[] first = {true};
        return each(call, flags.files(), (file, content) -> {
            if (titled) {
                call.out((first[0] ? "" : "\n") + "==> " + file + " <==\n");
                first[0] = false;
            }
            call.out(slice.of(content, count.get(), flags.has('c')));
        });
    }

    /** Where line number {@code line} starts, counted from 0; the end of the text when there are fewer. */
    private static int lineStart(String text, int line) {
        int at = 0;
        for (int i = 0; i < line && at < text.length(); i++) {
            int newline = text.indexOf('\n', at);
            at = newline < 0 ? text.length() : newline + 1;
        }
        return at;
    }

    static int wc(Call call) {
        Optional<Flags> parsed = Flags.of(call, "lwcm", "");
        if (parsed.isEmpty()) {
            return 1;
        }
        Flags flags = parsed.get();
        long[] total = new long[3];
        int status = each(call, flags.files(), (file, text) -> {
            long[] counts = {text.chars().filter(c -> c == '\n').count(), words(text), text.length()};
            for (int i = 0; i < counts.length; i++) {
                total[i] += counts[i];
            }
            call.line(counted(flags, counts) + (flags.rest().isEmpty() ? "" : " " + file));
        });
        if (flags.rest().size() > 1) {
            call.line(counted(flags, total) + " total");
        }
        return status;
    }

    private static String counted(Flags flags, long[] counts) {
        boolean[] shown = {flags.has('l'), flags.has('w'), flags.has('c') || flags.has('m')};
        boolean all = !shown[0] && !shown[1] && !shown[2];
        int columns = all ? 3 : (shown[0] ? 1 : 0) + (shown[1] ? 1 : 0) + (shown[2] ? 1 : 0);
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (all || shown[i]) {
                String number = Long.toString(counts[i]);
                cells.add(columns == 1 ? number : " ".repeat(Math.max(0, 9 - number.length())) + number);
            }
        }
        return String.join(columns == 1 ? "" : " ", cells);
    }

    private static long words(String text) {
        long words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' || (c >= '\t' && c <= '\r');
            words += !blank && !inside ? 1 : 0;
            inside = !blank;
        }
        return words;
    }

    static int tee(Call call) {
        Optional<Flags> flags = Flags.of(call, "ai", "");
        if (flags.isEmpty()) {
            return 1;
        }
        String text = call.streams().in().rest();
        call.out(text);
        int status = 0;
        for (String file : flags.get().rest()) {
            try {
                call.files().writeOctets(call.path(file), text, flags.get().has('a'));
            } catch (FileException e) {
                status = call.fail(file + ": " + e.trouble().words());
            }
        }
        return status;
    }

    static int digest(Call call, String algorithm) {
        return Flags.of(call, "b", "")
                .map(flags -> each(
                        call,
                        flags.files(),
                        (file, text) -> call.line(hex(algorithm, Octets.bytes(text)) + "  " + file)))
                .orElse(1);
    }

    private static String hex(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    /** What is done with one file. */
    @FunctionalInterface
    interface Action {
        void run(String file, String content);
    }

    @FunctionalInterface
    private interface Slice {
        String of(String text, Count count, boolean bytes);
    }

    private record Count(int amount, boolean fromStart) {

        static Optional<Count> of(String text) {
            boolean signed = text.startsWith("+") || text.startsWith("-");
            return Builtins.number(signed ? text.substring(1) : text)
                    .filter(amount -> amount >= 0)
                    .map(amount -> new Count(amount, text.startsWith("+")));
        }
    }
}

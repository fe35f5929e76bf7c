package io.twinpath.lab.shell;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** {@code tr}: translates, deletes and squeezes characters. */
final class Translate {

    private Translate() {}

    static int run(Call call) {
        Optional<Flags> parsed = Flags.of(call, "dscC", "");
        if (parsed.isEmpty()) {
            return 1;
        }
        Flags flags = parsed.get();
        List<String> sets = flags.rest().stream().map(Translate::members).toList();
        boolean single = flags.has('d') || flags.has('s');
        if (sets.isEmpty() || sets.size() > 2 || (sets.size() == 1 && !single)) {
            return call.fail("needs " + (single ? "one or two sets" : "two sets"));
        }
        if (sets.size() == 2 && sets.get(1).isEmpty() && !flags.has('d')) {
            return call.fail("STRING2 cannot be empty");
        }
        String first = flags.has('c') || flags.has('C') ? complement(sets.getFirst()) : sets.getFirst();
        call.out(translate(call.streams().in().rest(), flags, first, sets));
        return 0;
    }

    private static String translate(String text, Flags flags, String first, List<String> sets) {
        boolean deletes = flags.has('d');
        String second = sets.size() < 2 || deletes ? first : sets.get(1);
        BitSet squeezed = flags.has('s') ? set(sets.size() < 2 ? first : sets.get(1)) : new BitSet();
        int[] table = table(first, second, deletes);
        StringBuilder out = new StringBuilder(text.length());
        int last = -1;
        for (int i = 0; i < text.length(); i++) {
            int c = table[text.charAt(i)];
            if (c >= 0 && !(c == last && squeezed.get(c))) {
                out.append((char) c);
                last = c;
            }
        }
        return out.toString();
    }

    private static int[] table(String first, String second, boolean deletes) {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            table[i] = i;
        }
        for (int i = 0; i < first.length(); i++) {
            table[first.charAt(i)] = deletes ? -1 : second.charAt(Math.min(i, second.length() - 1));
        }
        return table;
    }

    private static BitSet set(String members) {
        BitSet set = new BitSet();
        members.chars().forEach(set::set);
        return set;
    }

    private static String complement(String members) {
        StringBuilder others = new StringBuilder();
        for (char c = 0; c < 256; c++) {
            if (members.indexOf(c) < 0) {
                others.append(c);
            }
        }
        return others.toString();
    }

    /** The characters that a set names, in order. */
    private static String members(String set) {
        String text = Echo.unescape(set, false).text();
        StringBuilder members = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            int close = text.startsWith("[:", i) ? text.indexOf(":]", i) : -1;
            if (close > 0) {
                CharClass.named(text.substring(i + 2, close)).stream().forEach(c -> members.append((char) c));
                i = close + 2;
            } else if (i + 2 < text.length() && text.charAt(i + 1) == '-' && text.charAt(i) <= text.charAt(i + 2)) {
                for (char c = text.charAt(i); c <= text.charAt(i + 2); c++) {
                    members.append(c);
                }
                i += 3;
            } else {
                members.append(text.charAt(i++));
            }
        }
        return members.toString();
    }
}

package io.twinpath.driver.ssh;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last look at a script before it goes to a host for reading. It knows nothing of queries: it reads the final text and
 * lets it pass only when all of it is frames around {@code esxcli … list} or {@code esxcli … get} with quoted options, or
 * around one of the few other programs and files that are listed here. So a slip anywhere above cannot change a host.
 */
final class ReadOnly {

    private static final Set<String> VERBS = Set.of("list", "get");
    private static final Pattern BEGIN = Pattern.compile("echo ([0-9a-f]{32}) b ([0-9]{1,5})\n");
    private static final Pattern CALL = Pattern.compile("esxcli (?:--formatter=xml )?((?:[a-zA-Z][a-zA-Z0-9-]* )*+)");
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z0-9-]*+(?: |(='))");
    private static final Pattern PROGRAM = Pattern.compile(
            "(?:chkconfig --list" + "|/etc/init\\.d/[A-Za-z][A-Za-z0-9_-]{0,40}(?:\\.[A-Za-z0-9]{1,8})? status) 2>&1 ");
    private static final Pattern FILE = Pattern.compile("if \\[ ! -e"
            + " ('/etc/(?:ntp\\.conf|ssh/keys-root/authorized_keys|vmware/ssl/rui\\.crt)') ]; then \\(exit 66\\); elif \\["
            + " ! -f \\1 ]; then echo it is no regular file; \\(exit 65\\); elif \\[ \\$\\(wc -c <\\1\\) -gt 65536 ]; then"
            + " echo it is larger than 64 KiB; \\(exit 67\\); else cat \\1; fi 2>&1 ");
    private static final Pattern END =
            Pattern.compile("</dev/null; r=\\$\\?; echo; echo ([0-9a-f]{32}) e ([0-9]{1,5}) \\$r\n");

    private final String script;
    private int at;

    private ReadOnly(String script) {
        this.script = script;
    }

    /** Throws for anything else: to be refused here is a bug of whoever wrote the script. */
    static void check(String script) {
        if (!passes(script)) {
            throw new IllegalStateException("a script that may change a host was about to be sent for reading");
        }
    }

    static boolean passes(String script) {
        return script.indexOf('\0') < 0 && new ReadOnly(script).calls();
    }

    private boolean calls() {
        do {
            if (!call()) {
                return false;
            }
        } while (at < script.length());
        return true;
    }

    private boolean call() {
        Matcher begin = eat(BEGIN);
        if (begin == null) {
            return false;
        }
        if (eat(PROGRAM) == null && eat(FILE) == null && !esxcli()) {
            return false;
        }
        Matcher end = eat(END);
        return end != null
                && end.group(1).equals(begin.group(1))
                && end.group(2).equals(begin.group(2));
    }

    private boolean esxcli() {
        Matcher call = eat(CALL);
        return call != null && reads(call.group(1)) && options();
    }

    private static boolean reads(String words) {
        String[] each = words.strip().split(" ");
        return each.length >= 2 && VERBS.contains(each[each.length - 1]);
    }

    private boolean options() {
        Matcher option = eat(OPTION);
        while (option != null) {
            if (option.group(1) != null && !restOfWord()) {
                return false;
            }
            option = eat(OPTION);
        }
        return true;
    }

    /** What follows an opening quote: anything to the closing one, then a blank, or an escaped quote and so on. */
    private boolean restOfWord() {
        while (true) {
            int close = script.indexOf('\'', at);
            if (close < 0) {
                return false;
            }
            at = close + 1;
            if (script.startsWith(" ", at)) {
                at++;
                return true;
            }
            if (!script.startsWith("\\''", at)) {
                return false;
            }
            at += 3;
        }
    }

    private @org.jspecify.annotations.Nullable Matcher eat(Pattern pattern) {
        Matcher matcher = pattern.matcher(script).region(at, script.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher;
    }
}

package io.twinpath.lab.esxcli;

import io.twinpath.lab.site.Host;
import io.twinpath.lab.site.Site;
import io.twinpath.lab.site.Sites;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One host's esxcli for tests; splits command lines on blanks, and keeps what double quotes hold together. */
final class Cli {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    final Site site;
    final Host host;
    private final HostView view;

    Cli(Site site, String host) {
        this.site = site;
        this.host = Sites.host(site, host);
        this.view = new HostView(site, host, InstantSource.fixed(Sites.MORNING));
    }

    static Cli lain(String host) {
        return new Cli(Sites.lain(), host);
    }

    /** What a call prints, its exit code before it. */
    String call(String line) {
        StringBuilder out = new StringBuilder();
        int exit = new Esxcli(view).run(words(line), out).exit();
        return exit + "|" + out;
    }

    /** What a call prints that must succeed. */
    String ok(String line) {
        String answer = call(line);
        if (!answer.startsWith("0|")) {
            throw new AssertionError(line + ": " + answer);
        }
        return answer.substring(2);
    }

    String vimCmd(String line) {
        StringBuilder out = new StringBuilder();
        int exit = new VimCmd(view).run(words(line), out);
        return exit + "|" + out;
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return words;
    }
}

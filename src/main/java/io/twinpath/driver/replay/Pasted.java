package io.twinpath.driver.replay;

import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reply;
import io.twinpath.driver.esxcli.Format;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content of a file as people make it: an output with comments above it, or with the prompt that it was pasted together
 * with. What is not the output becomes blank lines, so that line numbers stay those of the file.
 */
final class Pasted {

    private static final int REFUSED = 1;
    private static final Pattern EXIT = Pattern.compile("# exit: ([0-9]{1,3})");

    /** {@code [root@esxi3:~] esxcli network nic list}, and the same behind {@code ~ #}, {@code $} or nothing. */
    private static final Pattern CALL =
            Pattern.compile("(?:\\[[^\\]]{1,100}\\] *[#$]? *|\\S{0,60} ?[#$>] +)?(?:esxcli|localcli) +(\\S.*)");

    private static final Pattern PROMPT =
            Pattern.compile("\\[[^\\]@]{1,40}@[^\\]]{1,100}:[^\\]]*\\] *|~ #|# ?|```|~~~");
    private static final Pattern FENCE = Pattern.compile("(?:```|~~~).*");

    /** The line of another command at a host's prompt, or of none. */
    private static final Pattern PROMPTED = Pattern.compile("\\[[^\\]@]{1,40}@[^\\]]{1,100}:[^\\]]*\\].*");

    private final Query query;
    private final String source;
    private int exit;
    private boolean comments = true;
    private String wrong = "";

    private Pasted(Query query, String source) {
        this.query = query;
        this.source = source;
    }

    /** @param format as the file's name tells it; of text the content may tell something else */
    static Reply reply(Query query, byte[] bytes, Format format, String source) {
        String text = decoded(bytes);
        return new Pasted(query, source)
                .reply(query instanceof EsxcliQuery && format == Format.TEXT ? Markup.removed(text) : text, format);
    }

    private Reply reply(String text, Format format) {
        int at = 0;
        StringBuilder kept = new StringBuilder();
        while (at < text.length() && wrong.isEmpty()) {
            int end = text.indexOf('\n', at);
            String line = text.substring(at, end < 0 ? text.length() : end).strip();
            // An empty first line says that what follows is the output even if it looks like a comment.
            comments &= at > 0 || !line.isEmpty();
            if (!line.isEmpty() && !beside(line)) {
                break;
            }
            kept.append('\n');
            at = end < 0 ? text.length() : end + 1;
        }
        if (!wrong.isEmpty()) {
            return new Reply(REFUSED, Format.TEXT, wrong, source);
        }
        if (!(query instanceof EsxcliQuery)) {
            return new Reply(exit, format, kept.append(text, at, text.length()).toString(), source);
        }
        String body = kept.append(withoutPrompt(text.substring(at))).toString();
        Format form = format == Format.TEXT ? Format.of(body) : format;
        return new Reply(exit, form, form == Format.TEXT ? Indentation.restored(body) : body, source);
    }

    /** A line above the output that is none of it. */
    private boolean beside(String line) {
        Matcher code = EXIT.matcher(line);
        if (comments && code.matches()) {
            exit = Integer.parseInt(code.group(1));
        }
        Matcher call = CALL.matcher(line);
        if (query instanceof EsxcliQuery asked && !line.startsWith("# ") && line.contains("cli ") && call.matches()) {
            List<String> words = Arrays.asList(call.group(1).split("\\s+"));
            if (Collections.indexOfSubList(words, asked.words()) < 0) {
                wrong = "the file holds the answer to \"" + call.group(1) + "\"";
            }
            return true;
        }
        return FENCE.matcher(line).matches() || PROMPTED.matcher(line).matches() || (comments && line.startsWith("#"));
    }

    private static String withoutPrompt(String output) {
        String whole = output.stripTrailing();
        int last = whole.lastIndexOf('\n') + 1;
        return last > 0 && PROMPT.matcher(whole.substring(last).strip()).matches() ? output.substring(0, last) : output;
    }

    /** Editors put a mark of the encoding first; some of them write UTF-16. */
    private static String decoded(byte[] bytes) {
        Charset charset = StandardCharsets.UTF_8;
        if (bytes.length >= 2 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe) {
            charset = StandardCharsets.UTF_16LE;
        } else if (bytes.length >= 2 && bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff) {
            charset = StandardCharsets.UTF_16BE;
        }
        String text = new String(bytes, charset);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}

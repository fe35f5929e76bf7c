package io.twinpath.driver.replay;

import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.FileQuery;
import io.twinpath.driver.ProgramQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Reply;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.driver.esxcli.Output;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One host's folder. What is not there answers with a refusal that says so: a file that somebody forgot must never look
 * like an empty list.
 */
final class ReplayReader implements Reader {

    private static final Pattern EXIT = Pattern.compile("# exit: ([0-9]{1,3})");
    private static final int REFUSED = 1;

    private final Path folder;

    ReplayReader(Path folder) {
        this.folder = folder;
    }

    @Override
    public Map<Query, Reply> ask(List<Query> queries) {
        Map<Query, Reply> replies = new LinkedHashMap<>();
        for (Query query : queries) {
            replies.put(query, reply(query));
        }
        return replies;
    }

    private Reply reply(Query query) {
        String name = FileNames.of(query);
        if (query instanceof FileQuery && Files.isRegularFile(folder.resolve(name))) {
            return whole(folder.resolve(name));
        }
        Path xml = folder.resolve(name + ".xml");
        Path text = folder.resolve(name + ".txt");
        boolean isXml = Files.isRegularFile(xml);
        Path file = isXml ? xml : text;
        if (!Files.isRegularFile(file)) {
            return refusal(file, missing(query, name));
        }
        Reply whole = whole(file);
        if (!whole.ok()) {
            return whole;
        }
        return isXml ? new Reply(0, Format.XML, whole.body(), whole.source()) : text(file, whole.body());
    }

    private static String missing(Query query, String name) {
        return switch (query) {
            case EsxcliQuery q -> "there is neither " + name + ".xml nor " + name + ".txt";
            case FileQuery q -> "there is neither " + name + " nor " + name + ".txt";
            case ProgramQuery q -> "there is no " + name + ".txt";
        };
    }

    /** A file of the recording as it is. */
    private static Reply whole(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(Output.LONGEST + 1);
            return bytes.length > Output.LONGEST
                    ? refusal(file, "the file is larger than 8 MiB")
                    : new Reply(0, Format.TEXT, new String(bytes, StandardCharsets.UTF_8), file.toString());
        } catch (IOException e) {
            return refusal(file, "the file cannot be read");
        }
    }

    private static Reply refusal(Path file, String why) {
        return new Reply(REFUSED, Format.TEXT, why, file.toString());
    }

    /** Comments become blank lines, so that line numbers stay those of the file. */
    private static Reply text(Path file, String body) {
        int exit = 0;
        int at = 0;
        StringBuilder kept = new StringBuilder();
        while (body.startsWith("#", at)) {
            int end = body.indexOf('\n', at);
            String line = end < 0 ? body.substring(at) : body.substring(at, end);
            Matcher code = EXIT.matcher(line.strip());
            exit = code.matches() ? Integer.parseInt(code.group(1)) : exit;
            kept.append('\n');
            at = end < 0 ? body.length() : end + 1;
        }
        return new Reply(exit, Format.TEXT, kept.append(body, at, body.length()).toString(), file.toString());
    }

    @Override
    public void close() {}
}

package io.twinpath.driver.replay;

import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.FileQuery;
import io.twinpath.driver.InventoryQuery;
import io.twinpath.driver.MethodQuery;
import io.twinpath.driver.ProgramQuery;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.driver.esxcli.Output;
import io.twinpath.driver.vim.VimXml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * One host's folder. What is not there answers with a refusal that says so: a file that somebody forgot must never look
 * like an empty list.
 */
final class ReplayReader implements Reader {

    private static final int REFUSED = 1;

    /** What a driver of the API accepts as one answer, in bytes. */
    private static final int LONGEST_TREE = 64 << 20;

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
            return read(folder.resolve(name), (bytes, source) -> new Reply(0, Format.TEXT, text(bytes), source));
        }
        Path tree = folder.resolve(name + "." + Format.XML.ending());
        if (ofApi(query) && Files.isRegularFile(tree)) {
            return read(tree, ReplayReader::tree);
        }
        for (Format format : query instanceof EsxcliQuery ? List.of(Format.values()) : List.of(Format.TEXT)) {
            Path file = folder.resolve(name + "." + format.ending());
            if (Files.isRegularFile(file)) {
                return read(file, (bytes, source) -> Pasted.reply(query, bytes, format, source));
            }
        }
        return refusal(folder.resolve(name + ".txt"), missing(query, name));
    }

    private static String missing(Query query, String name) {
        return switch (query) {
            case EsxcliQuery q -> "there is no " + name + ".txt, nor one that ends in .xml, .json, .keyvalue or .csv";
            case FileQuery q -> "there is neither " + name + " nor " + name + ".txt";
            case ProgramQuery q -> "there is no " + name + ".txt";
            case PropertyQuery q -> withoutTree(name);
            case InventoryQuery q -> withoutTree(name);
            case MethodQuery q -> withoutTree(name);
        };
    }

    private static String withoutTree(String name) {
        return "there is no " + name + ".xml";
    }

    private static boolean ofApi(Query query) {
        return switch (query) {
            case EsxcliQuery q -> false;
            case FileQuery q -> false;
            case ProgramQuery q -> false;
            case PropertyQuery q -> true;
            case InventoryQuery q -> true;
            case MethodQuery q -> true;
        };
    }

    private static Reply tree(byte[] bytes, String source) {
        try {
            return Reply.of(VimXml.read(text(bytes), source), source);
        } catch (UnreadableException e) {
            return new Reply(REFUSED, Format.TEXT, String.valueOf(e.getMessage()), source);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Reply read(Path file, BiFunction<byte[], String, Reply> form) {
        try (InputStream in = Files.newInputStream(file)) {
            int most = file.endsWith(Path.of("api").resolve(file.getFileName())) ? LONGEST_TREE : Output.LONGEST;
            byte[] bytes = in.readNBytes(most + 1);
            return bytes.length > most
                    ? refusal(file, "the file is larger than " + (most >> 20) + " MiB")
                    : form.apply(bytes, file.toString());
        } catch (IOException e) {
            return refusal(file, "the file cannot be read");
        }
    }

    private static Reply refusal(Path file, String why) {
        return new Reply(REFUSED, Format.TEXT, why, file.toString());
    }

    @Override
    public void close() {}
}

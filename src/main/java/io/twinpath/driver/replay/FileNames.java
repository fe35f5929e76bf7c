package io.twinpath.driver.replay;

import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.FileQuery;
import io.twinpath.driver.InventoryQuery;
import io.twinpath.driver.MethodQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.ProgramQuery;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.model.Names;
import io.twinpath.model.Way;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The file that answers a query, relative to the folder of its host; safe on every file system. */
final class FileNames {

    /** A folder of its own, which no esxcli call can name, with the host's tree below it. */
    private static final String FILES = "files";

    private static final String PROGRAMS = "programs";

    static final String API = "api";

    /** The folders below that of a host. */
    static final List<String> FOLDERS = List.of(FILES, PROGRAMS, API);

    private static final int LONGEST = 200;
    private static final int KEPT = 150;
    private static final int HASH = 16;

    private FileNames() {}

    /** Whether something has a folder of its own: a host, or vCenter. */
    static boolean isPlace(String name) {
        return Names.isHost(name) || name.equals(Way.VCENTER);
    }

    /** Whether the folder of a host holds answers of the API and no others. */
    static boolean onlyApi(Path own) {
        if (!Files.isDirectory(own.resolve(API))) {
            return false;
        }
        try (Stream<Path> inside = Files.list(own)) {
            return inside.allMatch(path -> path.endsWith(API));
        } catch (IOException e) {
            return false;
        }
    }

    /** Without an ending. */
    static String of(Query query) {
        String name = switch (query) {
            case EsxcliQuery q -> of(q);
            case FileQuery q -> FILES + q.file().path();
            case ProgramQuery.StartList q -> PROGRAMS + "/chkconfig--list";
            case ProgramQuery.LoginKeys q -> PROGRAMS + "/login-keys";
            case ProgramQuery.ServiceStatus q ->
                PROGRAMS + "/init.d-" + q.script().name() + "-status";
            case PropertyQuery q -> api(q);
            case InventoryQuery q -> api(q);
            case MethodQuery q -> api(q);
        };
        return name.length() <= LONGEST ? name : name.substring(0, KEPT) + "~" + hash(name);
    }

    /** As it is shown, whole: equal texts are equal questions. */
    private static String api(Query query) {
        StringBuilder name = new StringBuilder(API).append('/');
        escape(query.toString(), name);
        return name.toString();
    }

    private static String of(EsxcliQuery query) {
        StringBuilder name = new StringBuilder(String.join("-", query.words()));
        for (Option option : query.options()) {
            name.append("--").append(option.name());
            if (option.argument() instanceof Option.Flag) {
                continue;
            }
            name.append('=');
            escape(option.argument().shown(), name);
        }
        return name.toString();
    }

    private static void escape(String text, StringBuilder name) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (plain(b)) {
                name.append((char) b);
            } else {
                name.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
    }

    private static boolean plain(byte b) {
        return b > 0 && (Character.isLetterOrDigit(b) || b == '.' || b == '_' || b == '-');
    }

    private static String hash(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

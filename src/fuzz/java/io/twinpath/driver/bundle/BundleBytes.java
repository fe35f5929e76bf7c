package io.twinpath.driver.bundle;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.FileQuery;
import io.twinpath.driver.HostFile;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Output;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reaches what only this package sees of support bundles. */
public final class BundleBytes {

    private static final int BLOCK = 512;
    private static final int MAGIC = 257;
    private static final String HOST = "a.example";
    private static final String NICS = "commands/localcli_network-nic-list.txt";
    private static final List<Query> QUERIES = List.of(
            EsxcliQuery.of("network nic list"),
            EsxcliQuery.of("system version get"),
            new FileQuery(HostFile.ROOT_KEYS));

    private final Path file;

    public BundleBytes() throws IOException {
        this.file = Files.createTempDirectory("fuzz").resolve("esx-a.example-2022-10-13--07.30-1.tgz");
    }

    /** Archives to start from, with and without gzip around them: one of each way in which a name can be written. */
    public static List<byte[]> archives() {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        Archives.entry(tar, "esx-a/" + NICS, '0', "vmnic0:\n   Name: vmnic0\n".getBytes(StandardCharsets.UTF_8));
        byte[] path = ("30 path=" + NICS + "\n").getBytes(StandardCharsets.UTF_8);
        Archives.entry(tar, "x", 'x', path);
        Archives.entry(tar, "y", '0', new byte[] {'z'});
        Archives.entry(tar, "esx-" + "a".repeat(120) + "/" + NICS, '0', new byte[0]);
        tar.writeBytes(new byte[2 * BLOCK]);
        return List.of(tar.toByteArray(), Archives.gzip(tar.toByteArray()));
    }

    /** As a bundle, as the archive in one, and as an archive whose sums fit. */
    public void archive(byte[] input) throws IOException {
        open(input);
        open(Archives.gzip(input));
        open(Archives.gzip(sealed(input)));
    }

    /** As one output of a bundle that is whole. */
    public void member(byte[] input) throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        Archives.entry(tar, NICS, '0', input);
        Archives.entry(tar, "commands/vmware_-vl.txt", '0', input);
        Archives.entry(tar, HostFile.ROOT_KEYS.path().substring(1), '0', input);
        open(Archives.gzip(tar.toByteArray()));
    }

    private void open(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        try {
            Bundle bundle = Bundle.read(file);
            bundle.host();
            try (Reader reader = new BundleDriver(bundle, HOST).reader(HOST)) {
                for (Reply reply : reader.ask(QUERIES).values()) {
                    rows(reply);
                }
            }
        } catch (DriverException expected) {
            require(expected);
        }
    }

    private static void rows(Reply reply) {
        try {
            Output.rows(reply);
        } catch (UnreadableException expected) {
            require(expected);
        }
    }

    private static void require(Exception typed) {
        if (typed.getMessage() == null || typed.getMessage().isBlank()) {
            throw new AssertionError("an error says what is wrong", typed);
        }
    }

    /** Every block that calls itself the head of an entry gets the sum that belongs to it. */
    private static byte[] sealed(byte[] tar) {
        byte[] sealed = tar.clone();
        for (int at = 0; at + BLOCK <= tar.length; at += BLOCK) {
            if (new String(tar, at + MAGIC, 5, StandardCharsets.ISO_8859_1).equals("ustar")) {
                byte[] head = Arrays.copyOfRange(tar, at, at + BLOCK);
                Archives.seal(head);
                System.arraycopy(head, 0, sealed, at, BLOCK);
            }
        }
        return sealed;
    }
}

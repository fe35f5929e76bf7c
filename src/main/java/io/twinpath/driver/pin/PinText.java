package io.twinpath.driver.pin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The text of a file of pins, one a line; at most 4 MiB. A file that is not there has no lines. */
public record PinText(Path file) {

    private static final int LARGEST = 4 << 20;

    /** The file holds something that cannot be a pin. */
    public static final class Unusable extends Exception {

        private static final long serialVersionUID = 1;

        /** @param why the rest of a sentence that begins with the file */
        public Unusable(String why) {
            super(why);
        }
    }

    /** Read anew each time, since {@code trust} may run meanwhile. */
    public String read() throws Unusable {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new Unusable("is not a regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Unusable("is larger than 4 MiB");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new Unusable("cannot be read");
        }
    }

    /** Adds a line. Written beside and moved into place, so that a reader sees the old file or the new one. */
    public void add(String line) throws IOException, Unusable {
        String old = read();
        String text = old + (old.isEmpty() || old.endsWith("\n") ? "" : "\n") + line + "\n";
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "." + file.getFileName(), ".new");
        try {
            Files.writeString(fresh, text);
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}

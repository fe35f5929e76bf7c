package io.twinpath.driver.bundle;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The entries of a tar archive, one after the other: the formats ustar, GNU (long names) and pax (paths). What belongs to
 * files that are not ours, such as links, owners and sparse maps, is passed over.
 *
 * <p>Source: POSIX.1-2017, {@code pax}, "ustar Interchange Format"; GNU tar's manual for the types L and K.
 */
final class TarReader {

    private static final int BLOCK = 512;
    private static final long LARGEST = 1L << 50;
    private static final int LONGEST_NAME = 4096;
    private static final char LONG_NAME = 'L';
    private static final char PAX = 'x';

    private final InputStream in;
    private long left;
    private long padding;

    TarReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next entry; empty at the end.
     *
     * @throws MalformedArchiveException when this is no archive, or a damaged one
     */
    Optional<TarEntry> next() throws IOException {
        String name = "";
        while (true) {
            in.skipNBytes(left + padding);
            byte[] block = in.readNBytes(BLOCK);
            if (block.length == 0 || empty(block)) {
                return Optional.empty();
            }
            if (block.length < BLOCK) {
                throw new EOFException("the archive ends in the middle of a head");
            }
            TarEntry entry = entry(block);
            left = entry.size();
            padding = (BLOCK - left % BLOCK) % BLOCK;
            if (entry.type() == LONG_NAME) {
                name = text(small());
            } else if (entry.type() == PAX) {
                name = path(small()).orElse(name);
            } else {
                return Optional.of(name.isEmpty() ? entry : new TarEntry(name, entry.type(), entry.size()));
            }
        }
    }

    /** The content of the entry that was given last. */
    byte[] content() throws IOException {
        byte[] bytes = in.readNBytes(Math.toIntExact(left));
        if (bytes.length < left) {
            throw new EOFException("the archive ends in the middle of a file");
        }
        left = 0;
        return bytes;
    }

    private byte[] small() throws IOException {
        if (left > LONGEST_NAME) {
            throw new MalformedArchiveException("a name is longer than " + LONGEST_NAME + " bytes");
        }
        return content();
    }

    private static TarEntry entry(byte[] block) throws MalformedArchiveException {
        if (checksum(block) != octal(block, 148, 8)) {
            throw new MalformedArchiveException("the head of an entry is damaged, or this is no tar archive");
        }
        String name = text(block, 0, 100);
        boolean posix = text(block, 257, 6).equals("ustar");
        String prefix = posix ? text(block, 345, 155) : "";
        long size = octal(block, 124, 12);
        return new TarEntry(prefix.isEmpty() ? name : prefix + "/" + name, (char) (block[156] & 0xff), size);
    }

    /** The sum of all bytes, with blanks in the place of the sum. */
    private static long checksum(byte[] block) {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : block[i] & 0xff;
        }
        return sum;
    }

    /** Large files have their size in binary, marked by the highest bit. */
    private static long octal(byte[] block, int from, int length) throws MalformedArchiveException {
        if ((block[from] & 0x80) != 0) {
            long number = 0;
            for (int i = from + length - 8; i < from + length; i++) {
                number = (number << 8) | (block[i] & 0xff);
            }
            if (number < 0 || number > LARGEST) {
                throw new MalformedArchiveException("an entry has a size that none has");
            }
            return number;
        }
        String text = text(block, from, length).strip();
        if (!text.matches("[0-7]{0,12}")) {
            throw new MalformedArchiveException("a number in the head of an entry is none");
        }
        return text.isEmpty() ? 0 : Long.parseLong(text, 8);
    }

    private static String text(byte[] block, int from, int length) {
        int end = from;
        while (end < from + length && block[end] != 0) {
            end++;
        }
        return new String(block, from, end - from, StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return text(bytes, 0, bytes.length);
    }

    /** The path among pax's records, each {@code LENGTH KEY=VALUE}. */
    private static Optional<String> path(byte[] records) {
        return new String(records, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("^[0-9]+ ", ""))
                .filter(line -> line.startsWith("path="))
                .map(line -> line.substring("path=".length()))
                .findFirst();
    }

    private static boolean empty(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}

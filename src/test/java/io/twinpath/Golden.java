package io.twinpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Views to the letter: files in src/test/resources/golden, written anew with -Dgolden.update=true. */
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    /** No line is so long that nobody reads it; chains and advice are the longest. */
    private static final int WIDEST = 320;

    private Golden() {}

    /** What people read, without colour. */
    public static void same(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(text)
                .as("%s; -Dgolden.update=true writes it anew", file)
                .isEqualTo(Files.readString(file))
                .doesNotContain("\u001b")
                .endsWith("\n");
        assertThat(text.lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(WIDEST).doesNotEndWith(" "));
    }
}

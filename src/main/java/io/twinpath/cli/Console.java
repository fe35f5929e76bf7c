package io.twinpath.cli;

import io.twinpath.report.Style;
import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a run reads and writes.
 *
 * @param out takes the answer, and nothing else
 * @param err takes progress, diagnostics and questions
 * @param in where answers of a person come from
 * @param interactive whether a person is there to be asked
 * @param outStyle colour of the answer
 * @param errStyle colour of the rest
 */
record Console(PrintStream out, PrintStream err, InputStream in, boolean interactive, Style outStyle, Style errStyle) {

    Console withColor(boolean color) {
        return new Console(out, err, in, interactive, new Style(color), new Style(color));
    }
}

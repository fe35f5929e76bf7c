package io.twinpath.spec.yaml;

import io.twinpath.diag.Position;
import io.twinpath.diag.Span;
import java.util.Arrays;

/** A text whose places can be named. */
final class SourceText {

    final String name;
    final String text;
    private final int[] lineStarts;
    private final boolean ascii;

    SourceText(String name, String text) {
        this.name = name;
        this.text = text;
        int[] starts = new int[16];
        int lines = 1;
        boolean plain = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain &= c < 0x80;
            if (c == '\n') {
                starts = lines == starts.length ? Arrays.copyOf(starts, lines * 2) : starts;
                starts[lines++] = i + 1;
            }
        }
        this.lineStarts = Arrays.copyOf(starts, lines);
        this.ascii = plain;
    }

    /** The offset of a place that the parser counts in code points, both from 1. */
    int offset(int line, int codePointColumn) {
        int start = lineStarts[Math.clamp(line - 1L, 0, lineStarts.length - 1)];
        int column = Math.max(0, codePointColumn - 1);
        if (ascii) {
            return Math.min(text.length(), start + column);
        }
        int left = Math.min(column, text.codePointCount(start, text.length()));
        return text.offsetByCodePoints(start, left);
    }

    Position position(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, offset - lineStarts[line] + 1);
    }

    Span span(int from, int to) {
        return new Span(name, position(from), position(Math.max(from, to)));
    }

    /** The characters of the line that holds an offset. */
    String lineAt(int offset) {
        int line = position(offset).line() - 1;
        int end = line + 1 < lineStarts.length ? lineStarts[line + 1] - 1 : text.length();
        return text.substring(lineStarts[line], Math.max(lineStarts[line], end));
    }

    int lineStartOf(int line) {
        return lineStarts[line - 1];
    }

    int lineStart(int offset) {
        return lineStarts[position(offset).line() - 1];
    }

    char at(int offset) {
        return offset < text.length() ? text.charAt(offset) : '\0';
    }
}

package io.twinpath.spec.yaml;

import io.twinpath.diag.Diagnostics;
import io.twinpath.diag.Span;
import io.twinpath.model.Names;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Everything about bytes and characters that is checked before the parser sees them. */
final class TextCheck {

    private static final int MOST = 5;

    private TextCheck() {}

    /** The text when it is fit for the parser; otherwise what is wrong went to {@code into}. */
    static Optional<String> text(String name, byte[] bytes, Diagnostics into) {
        Span top = Span.of(name, 1, 1, 0);
        if (bytes.length > Limits.FILE_BYTES) {
            into.add(YamlProblem.describe(new YamlProblem.FileTooLarge(top, bytes.length)));
            return Optional.empty();
        }
        Optional<String> mark = byteOrderMark(bytes);
        if (mark.isPresent()) {
            into.add(YamlProblem.describe(new YamlProblem.NotUtf8(top, mark.orElseThrow())));
            return Optional.empty();
        }
        Optional<String> text = decode(name, bytes, into);
        return text.filter(t -> visible(new SourceText(name, t), into));
    }

    private static Optional<String> byteOrderMark(byte[] b) {
        int first = b.length > 0 ? b[0] & 255 : -1;
        int second = b.length > 1 ? b[1] & 255 : -1;
        int third = b.length > 2 ? b[2] & 255 : -1;
        if (first == 0xEF && second == 0xBB && third == 0xBF) {
            return Optional.of("UTF-8 with one");
        }
        if ((first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE)) {
            return Optional.of("UTF-16 or UTF-32");
        }
        return (first == 0 && second > 0) || (first > 0 && second == 0) ? Optional.of("UTF-16") : Optional.empty();
    }

    private static Optional<String> decode(String name, byte[] bytes, Diagnostics into) {
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            SourceText source = new SourceText(name, text);
            into.add(YamlProblem.describe(new YamlProblem.NotUtf8(
                    source.span(text.length(), text.length()), "another encoding, or not a text at all")));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static boolean visible(SourceText source, Diagnostics into) {
        int problems = 0;
        int lineStart = 0;
        String text = source.text;
        for (int i = 0; i < text.length() && problems < MOST; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                lineStart = i + 1;
            } else if (i - lineStart > Limits.SCALAR) {
                int end = text.indexOf('\n', i);
                int length = (end < 0 ? text.length() : end) - lineStart;
                into.add(YamlProblem.describe(
                        new YamlProblem.ScalarTooLong(source.span(lineStart, lineStart + 1), length)));
                return false;
            } else if (c < 0x20 || c >= 0x7F) {
                problems += strange(source, i, into) ? 1 : 0;
            }
        }
        return problems == 0;
    }

    private static boolean strange(SourceText source, int at, Diagnostics into) {
        char c = source.text.charAt(at);
        if (c == '\r' && source.at(at + 1) == '\n') {
            return false;
        }
        if (c == '\t') {
            into.add(YamlProblem.describe(new YamlProblem.Tab(source.span(at, at + 1))));
            return true;
        }
        if (Character.isLowSurrogate(c)) {
            return false;
        }
        int codePoint = source.text.codePointAt(at);
        if (Names.hidden(codePoint)) {
            int end = at + Character.charCount(codePoint);
            into.add(YamlProblem.describe(new YamlProblem.Hidden(source.span(at, end), codePoint)));
            return true;
        }
        return false;
    }
}

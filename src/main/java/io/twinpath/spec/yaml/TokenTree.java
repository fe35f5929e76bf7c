package io.twinpath.spec.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.twinpath.diag.Diagnostics;
import io.twinpath.diag.Span;
import io.twinpath.model.Names;
import io.twinpath.model.tree.Node;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From the parser's tokens to a tree, refusing on the way what this language leaves out of YAML. */
final class TokenTree {

    private static final YAMLFactory FACTORY = new YAMLFactory();

    private final SourceText source;
    private final Diagnostics into;
    private int nodes;

    /** Reading cannot go on; why has been reported. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stop() {
            super(null, null, false, false);
        }
    }

    TokenTree(SourceText source, Diagnostics into) {
        this.source = source;
        this.into = into;
    }

    /** The root; a text of nothing but comments has an empty scalar. */
    Optional<Node> root() {
        try (YAMLParser parser = FACTORY.createParser(source.text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return Optional.of(new Node.Scalar("", true, source.span(0, 0)));
            }
            Node root = value(parser, first, 1);
            if (parser.nextToken() != null) {
                report(new YamlProblem.SecondDocument(source.span(start(parser), start(parser) + 1)));
            }
            return Optional.of(root);
        } catch (Stop stop) {
            return Optional.empty();
        } catch (IOException | RuntimeException | StackOverflowError failure) {
            into.add(YamlProblem.describe(new SyntaxTrouble(source).of(failure)));
            return Optional.empty();
        }
    }

    private Node value(YAMLParser parser, JsonToken token, int depth) throws IOException {
        Span span = source.span(start(parser), end(parser));
        if (++nodes > Limits.NODES) {
            report(new YamlProblem.TooManyNodes(span));
            throw new Stop();
        }
        properties(parser, span, token != JsonToken.FIELD_NAME && parser.getTypeId() != null);
        if (token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY) {
            return scalar(parser, span);
        }
        if (depth > Limits.DEPTH) {
            report(new YamlProblem.TooDeep(span));
            throw new Stop();
        }
        return token == JsonToken.START_OBJECT ? mapping(parser, span, depth) : sequence(parser, span, depth);
    }

    private void properties(YAMLParser parser, Span span, boolean tagged) throws IOException {
        char first = source.at(start(parser));
        if (parser.isCurrentAlias() || parser.getObjectId() != null || first == '&' || first == '*') {
            report(new YamlProblem.Anchor(span));
        }
        if (tagged || first == '!') {
            report(new YamlProblem.Tag(span));
        }
    }

    private Node.Scalar scalar(YAMLParser parser, Span span) throws IOException {
        String text = Optional.ofNullable(parser.getText()).orElse("");
        boolean plain = "'\"|>".indexOf(source.at(start(parser))) < 0
                || (text.isEmpty() && span.start().equals(span.end()));
        if (text.length() > Limits.SCALAR) {
            report(new YamlProblem.ScalarTooLong(span, text.length()));
            return new Node.Scalar("", plain, span);
        }
        if (!plain) {
            text.codePoints()
                    .filter(c -> c != '\n' && c != '\t' && Names.hidden(c))
                    .findFirst()
                    .ifPresent(c -> report(new YamlProblem.Hidden(span, c)));
        }
        return new Node.Scalar(text, plain, span);
    }

    private Node sequence(YAMLParser parser, Span opening, int depth) throws IOException {
        List<Node> items = new ArrayList<>();
        for (JsonToken t = next(parser); t != JsonToken.END_ARRAY; t = next(parser)) {
            items.add(value(parser, t, depth + 1));
        }
        return new Node.Sequence(
                items, whole(opening, items.isEmpty() ? null : items.getLast().span(), parser));
    }

    private Node mapping(YAMLParser parser, Span opening, int depth) throws IOException {
        List<Node.Entry> entries = new ArrayList<>();
        Map<String, Node.Scalar> seen = new HashMap<>();
        for (JsonToken t = next(parser); t != JsonToken.END_OBJECT; t = next(parser)) {
            Node.Scalar key = key(parser);
            Node value = value(parser, next(parser), depth + 1);
            Node.Scalar first = seen.putIfAbsent(composed(key.text()), key);
            if (first == null) {
                entries.add(new Node.Entry(key, value));
            } else {
                boolean same = first.text().equals(key.text());
                report(new YamlProblem.DuplicateKey(key.span(), key.text(), first.span(), same));
            }
        }
        return new Node.Mapping(
                entries,
                whole(
                        opening,
                        entries.isEmpty() ? null : entries.getLast().value().span(),
                        parser));
    }

    private Node.Scalar key(YAMLParser parser) throws IOException {
        Span span = source.span(start(parser), end(parser));
        properties(parser, span, false);
        Node.Scalar key = scalar(parser, span);
        if (key.text().isEmpty()) {
            report(new YamlProblem.UnusableKey(span));
        } else if (key.plain() && key.text().equals("<<")) {
            report(new YamlProblem.MergeKey(span));
        } else if (key.text().contains("{{")
                || key.text().contains("{%")
                || key.text().contains("{#")) {
            report(new YamlProblem.TemplateInKey(span));
        }
        return key;
    }

    /** From the opening to the last thing inside, or to the closing bracket when it stands on the same line. */
    private Span whole(Span opening, @Nullable Span last, YAMLParser parser) {
        char close = source.at(start(parser));
        if (close == '}' || close == ']') {
            return source.span(offset(opening), start(parser) + 1);
        }
        return last == null ? opening : new Span(source.name, opening.start(), last.end());
    }

    private int offset(Span span) {
        return source.lineStartOf(span.start().line()) + span.start().column() - 1;
    }

    private JsonToken next(YAMLParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new IllegalStateException("the text ends inside of a value");
        }
        return token;
    }

    private static String composed(String key) {
        return key.chars().allMatch(c -> c < 0x80) ? key : Normalizer.normalize(key, Normalizer.Form.NFKC);
    }

    private int start(YAMLParser parser) {
        return offset(parser.currentTokenLocation());
    }

    private int end(YAMLParser parser) {
        return offset(parser.currentLocation());
    }

    private int offset(JsonLocation location) {
        return source.offset(location.getLineNr(), location.getColumnNr());
    }

    private void report(YamlProblem problem) {
        into.add(YamlProblem.describe(problem));
    }

    /** What the parser's exceptions mean. */
    private record SyntaxTrouble(SourceText source) {

        YamlProblem of(Throwable failure) {
            JsonLocation location = failure instanceof JsonProcessingException j ? j.getLocation() : null;
            int at = location == null ? 0 : source.offset(location.getLineNr(), location.getColumnNr());
            int template = unquotedTemplate(at);
            if (template >= 0) {
                return new YamlProblem.UnquotedTemplate(source.span(template, template + 2));
            }
            if (failure instanceof StackOverflowError) {
                return new YamlProblem.TooDeep(source.span(at, at + 1));
            }
            String says = failure instanceof JsonProcessingException j ? j.getOriginalMessage() : failure.getMessage();
            if (says != null && says.startsWith("Expected a field name")) {
                return says.contains("AliasEvent")
                        ? new YamlProblem.Anchor(source.span(at, at + 1))
                        : new YamlProblem.UnusableKey(source.span(at, at + 1));
            }
            return new YamlProblem.Syntax(source.span(at, at + 1), words(says));
        }

        /** Where a template starts on the line of an error outside of quotes; -1 when there is none. */
        private int unquotedTemplate(int at) {
            String line = source.lineAt(at);
            int quotes = 0;
            for (int i = 0; i + 1 < line.length(); i++) {
                char c = line.charAt(i);
                quotes += c == '"' || c == '\'' ? 1 : 0;
                if (quotes % 2 == 0 && c == '{' && (line.charAt(i + 1) == '{' || line.charAt(i + 1) == '%')) {
                    return source.lineStart(at) + i;
                }
            }
            return -1;
        }

        /** The parser's message without its drawings and places. */
        private static String words(@Nullable String message) {
            if (message == null) {
                return "nothing more";
            }
            List<String> kept = message.lines()
                    .filter(l -> !l.startsWith(" ") && !l.isBlank())
                    .toList();
            String text = String.join(", ", kept).replaceAll("due to \\([^)]*\\): ", "");
            return text.length() > 200 ? text.substring(0, 200) : text;
        }
    }
}

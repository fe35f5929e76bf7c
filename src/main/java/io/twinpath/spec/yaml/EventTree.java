package io.twinpath.spec.yaml;

import io.twinpath.diag.Diagnostics;
import io.twinpath.diag.Span;
import io.twinpath.model.Names;
import io.twinpath.model.tree.Node;
import java.io.StringReader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** From the parser's events to a tree, refusing on the way what this language leaves out of YAML. */
final class EventTree {

    private final SourceText source;
    private final Diagnostics into;
    private final Parser parser;
    private @Nullable Event last;
    private int nodes;

    /** Reading cannot go on; why has been reported. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stop() {
            super(null, null, false, false);
        }
    }

    EventTree(SourceText source, Diagnostics into) {
        this.source = source;
        this.into = into;
        this.parser = new ParserImpl(new StreamReader(new StringReader(source.text)), new LoaderOptions());
    }

    /** The root; a text of nothing but comments has an empty scalar. */
    Optional<Node> root() {
        try {
            Event first = nextInDocument();
            if (first.is(Event.ID.StreamEnd)) {
                return Optional.of(new Node.Scalar("", true, source.span(0, 0)));
            }
            Node root = value(first, 1);
            Event behind = nextInDocument();
            if (!behind.is(Event.ID.StreamEnd)) {
                report(new YamlProblem.SecondDocument(source.span(start(behind), start(behind) + 1)));
            }
            return Optional.of(root);
        } catch (Stop stop) {
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError failure) {
            into.add(YamlProblem.describe(trouble(failure)));
            return Optional.empty();
        }
    }

    /** The next event that is not only the beginning or the end of a stream or a document; the end of the stream is one. */
    private Event nextInDocument() {
        Event event = next();
        while (event.is(Event.ID.StreamStart) || event.is(Event.ID.DocumentStart) || event.is(Event.ID.DocumentEnd)) {
            event = next();
        }
        return event;
    }

    private Event next() {
        Event event = parser.getEvent();
        last = event;
        return event;
    }

    private Node value(Event event, int depth) {
        Span span = span(event);
        if (++nodes > Limits.NODES) {
            report(new YamlProblem.TooManyNodes(span));
            throw new Stop();
        }
        properties(event, span, tag(event) != null);
        if (!(event instanceof CollectionStartEvent)) {
            return scalar(event, span);
        }
        if (depth > Limits.DEPTH) {
            report(new YamlProblem.TooDeep(span));
            throw new Stop();
        }
        return event.is(Event.ID.MappingStart) ? mapping(span, depth) : sequence(span, depth);
    }

    private static @Nullable String tag(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> null;
        };
    }

    private void properties(Event event, Span span, boolean tagged) {
        char first = source.at(start(event));
        if ((event instanceof NodeEvent node && node.getAnchor() != null) || first == '&' || first == '*') {
            report(new YamlProblem.Anchor(span));
        }
        if (tagged || first == '!') {
            report(new YamlProblem.Tag(span));
        }
    }

    private Node.Scalar scalar(Event event, Span span) {
        String text = switch (event) {
            case ScalarEvent scalar -> scalar.getValue();
            case AliasEvent alias -> alias.getAnchor();
            default -> throw new IllegalStateException("no value, but " + event);
        };
        boolean plain = "'\"|>".indexOf(source.at(start(event))) < 0
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

    private Node sequence(Span opening, int depth) {
        List<Node> items = new ArrayList<>();
        Event event = next();
        for (; !event.is(Event.ID.SequenceEnd); event = next()) {
            items.add(value(event, depth + 1));
        }
        return new Node.Sequence(
                items, whole(opening, items.isEmpty() ? null : items.getLast().span(), event));
    }

    private Node mapping(Span opening, int depth) {
        List<Node.Entry> entries = new ArrayList<>();
        Map<String, Node.Scalar> seen = new HashMap<>();
        Event event = next();
        for (; !event.is(Event.ID.MappingEnd); event = next()) {
            Node.Scalar key = key(event);
            Node value = value(next(), depth + 1);
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
                        event));
    }

    private Node.Scalar key(Event event) {
        Span span = span(event);
        if (!(event instanceof ScalarEvent)) {
            unusable(event);
        }
        properties(event, span, false);
        Node.Scalar key = scalar(event, span);
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

    /** Where a key begins with a bracket, or is said to be that of another place. */
    private void unusable(Event event) {
        int at = end(event);
        int template = unquotedTemplate(at);
        Span span = source.span(at, at + 1);
        if (template >= 0) {
            report(new YamlProblem.UnquotedTemplate(source.span(template, template + 2)));
        } else if (event instanceof AliasEvent) {
            report(new YamlProblem.Anchor(span));
        } else {
            report(new YamlProblem.UnusableKey(span));
        }
        throw new Stop();
    }

    /** From the opening to the last thing inside, or to the closing bracket when it stands on the same line. */
    private Span whole(Span opening, @Nullable Span inside, Event closing) {
        char close = source.at(start(closing));
        if (close == '}' || close == ']') {
            return source.span(offset(opening), start(closing) + 1);
        }
        return inside == null ? opening : new Span(source.name, opening.start(), inside.end());
    }

    private int offset(Span span) {
        return source.lineStartOf(span.start().line()) + span.start().column() - 1;
    }

    private static String composed(String key) {
        return ascii(key) ? key : Normalizer.normalize(key, Normalizer.Form.NFKC);
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private Span span(Event event) {
        return source.span(start(event), end(event));
    }

    private int start(Event event) {
        return offset(event.getStartMark());
    }

    private int end(Event event) {
        return offset(event.getEndMark());
    }

    private int offset(Mark mark) {
        return source.offset(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private void report(YamlProblem problem) {
        into.add(YamlProblem.describe(problem));
    }

    /** What the parser's exceptions mean. They are placed at the end of the last thing that could be read. */
    private YamlProblem trouble(Throwable failure) {
        boolean escape = failure instanceof NumberFormatException; // in what stands for a character
        int at = (failure instanceof YAMLException || escape) && last != null ? end(last) : 0;
        int template = unquotedTemplate(at);
        if (template >= 0) {
            return new YamlProblem.UnquotedTemplate(source.span(template, template + 2));
        }
        if (failure instanceof StackOverflowError) {
            return new YamlProblem.TooDeep(source.span(at, at + 1));
        }
        String says = escape ? "digits are missing behind a backslash" : words(failure.getMessage());
        return new YamlProblem.Syntax(source.span(at, at + 1), says);
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
        List<String> kept =
                message.lines().filter(l -> !l.startsWith(" ") && !l.isBlank()).toList();
        String text = String.join(", ", kept).replaceAll("due to \\([^)]*\\): ", "");
        return text.length() > 200 ? text.substring(0, 200) : text;
    }
}

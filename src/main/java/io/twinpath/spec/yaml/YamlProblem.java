package io.twinpath.spec.yaml;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Span;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be wrong with a file as text, and how it is said. */
public sealed interface YamlProblem {

    record Syntax(Span span, String parserSays) implements YamlProblem {}

    record FileTooLarge(Span span, long bytes) implements YamlProblem {}

    record ProjectTooLarge(Span span) implements YamlProblem {}

    /** @param form what it seems to be instead, such as "UTF-16" */
    record NotUtf8(Span span, String form) implements YamlProblem {}

    record Hidden(Span span, int codePoint) implements YamlProblem {}

    record Tab(Span span) implements YamlProblem {}

    record DuplicateKey(Span span, String key, Span first, boolean sameText) implements YamlProblem {}

    record Anchor(Span span) implements YamlProblem {}

    record MergeKey(Span span) implements YamlProblem {}

    record Tag(Span span) implements YamlProblem {}

    record SecondDocument(Span span) implements YamlProblem {}

    /** @param unspaced the key in front of the colon, when only the blank behind it is missing */
    record NotAMapping(Span span, String found, Optional<String> unspaced) implements YamlProblem {}

    record TooDeep(Span span) implements YamlProblem {}

    record TooManyNodes(Span span) implements YamlProblem {}

    record ScalarTooLong(Span span, int length) implements YamlProblem {}

    record UnquotedTemplate(Span span) implements YamlProblem {}

    record TemplateInKey(Span span) implements YamlProblem {}

    record UnusableKey(Span span) implements YamlProblem {}

    static Diagnostic describe(YamlProblem problem) {
        return switch (problem) {
            case Syntax p ->
                Diagnostic.error("SPC0001", "Not valid YAML", "The parser says: " + p.parserSays + ".")
                        .at(p.span, "the text cannot be read from here on");
            case FileTooLarge p ->
                Diagnostic.error(
                                "SPC0002",
                                "Too large",
                                "The file has " + p.bytes + " bytes; the limit is " + Limits.FILE_BYTES + ".")
                        .at(p.span, "")
                        .hint("Split it: every file below inventory/ is read.");
            case ProjectTooLarge p ->
                Diagnostic.error(
                                "SPC0002",
                                "Too large",
                                "With this file the project passes " + Limits.PROJECT_BYTES
                                        + " bytes in all, which is the limit.")
                        .at(p.span, "")
                        .hint("Say what many hosts share once, in a group or a module.");
            case NotUtf8 p ->
                Diagnostic.error(
                                "SPC0003",
                                "Not UTF-8",
                                "Files are UTF-8 without a byte order mark; this is " + p.form + ".")
                        .at(p.span, "not UTF-8")
                        .hint("Save the file as UTF-8.");
            case Hidden p -> hidden(p);
            case Tab p ->
                Diagnostic.error("SPC0005", "Tabulator", "YAML does not say how wide a tabulator is.")
                        .at(p.span, "a tabulator")
                        .hint("Use blanks; inside of double quotes write \\t.");
            case DuplicateKey p -> duplicate(p);
            case Anchor p ->
                Diagnostic.error(
                                "SPC0007",
                                "Anchor or alias",
                                "Anchors (&) and aliases (*) are not part of this language: a value would come from a "
                                        + "place that its line does not show.")
                        .at(p.span, "not allowed")
                        .hint("Share values through a group, a module or vars; quote a text that starts with & or *.");
            case MergeKey p ->
                Diagnostic.error("SPC0008", "Merge key", "\"<<\" is not part of this language.")
                        .at(p.span, "not allowed")
                        .hint("Put shared values into a group or a module.");
            case Tag p ->
                Diagnostic.error("SPC0009", "Explicit tag", "Types come from the field, never from a tag in the text.")
                        .at(p.span, "not allowed")
                        .hint("Remove the tag; quote a text that starts with \"!\".");
            case SecondDocument p ->
                Diagnostic.error("SPC0010", "Second document", "A file holds one document.")
                        .at(p.span, "another document starts here")
                        .hint("Move it to a file of its own.");
            case NotAMapping p -> notAMapping(p);
            case TooDeep p ->
                Diagnostic.error(
                                "SPC0012",
                                "Nested too deeply",
                                "Mappings and lists go at most " + Limits.DEPTH + " levels deep.")
                        .at(p.span, "one level too many");
            case TooManyNodes p ->
                Diagnostic.error("SPC0013", "Too many values", "A file holds at most " + Limits.NODES + " values.")
                        .at(p.span, "one too many")
                        .hint("Split it: every file below inventory/ is read.");
            case ScalarTooLong p ->
                Diagnostic.error(
                                "SPC0014",
                                "Value too long",
                                p.length + " characters stand here; the limit is " + Limits.SCALAR + ".")
                        .at(p.span, "too long");
            case UnquotedTemplate p ->
                Diagnostic.error(
                                "SPC0015",
                                "Template without quotes",
                                "A brace starts a mapping in YAML, so this is not read as a text.")
                        .at(p.span, "quote the template")
                        .hint("Write \"{{ … }}\", with double quotes around the whole value.");
            case TemplateInKey p ->
                Diagnostic.error(
                                "SPC0016",
                                "Template in a key",
                                "Only values are rendered; structure never comes from text.")
                        .at(p.span, "keys are taken as they are")
                        .hint("Write the keys out, or put the part that repeats into a module.");
            case UnusableKey p ->
                Diagnostic.error("SPC0017", "Unusable key", "A key is one text that is not empty.")
                        .at(p.span, "not a key");
        };
    }

    private static Diagnostic hidden(Hidden p) {
        String code = String.format(Locale.ROOT, "U+%04X", p.codePoint);
        String name = Character.getName(p.codePoint);
        return Diagnostic.error(
                        "SPC0004",
                        "Character that cannot be seen",
                        "Here stands " + code + (name == null ? "" : " (" + name + ")")
                                + ". Two texts could look alike and differ.")
                .at(p.span, code)
                .hint("Remove it.");
    }

    private static Diagnostic duplicate(DuplicateKey p) {
        int first = p.first.start().line();
        int again = p.span.start().line();
        String lines = first == again ? "on line " + first : "on lines " + first + " and " + again;
        String what = p.sameText
                ? "\"" + p.key + "\" stands in this mapping twice, " + lines + "."
                : "\"" + p.key + "\" stands in this mapping twice, " + lines
                        + ", composed of other characters each time.";
        return Diagnostic.error("SPC0006", "Duplicate key", what)
                .at(p.span, "again here")
                .also(p.first, "first here")
                .hint("Keep one of them.");
    }

    private static Diagnostic notAMapping(NotAMapping p) {
        Diagnostic d = Diagnostic.error(
                        "SPC0011",
                        "Expected a mapping",
                        "The file holds " + p.found + ", but a mapping is expected. An empty file is not taken for an "
                                + "empty site.")
                .at(p.span, "expected mapping");
        return p.unspaced
                .map(key -> d.hint("Write a blank behind the colon: \"" + key + ": …\"."))
                .orElse(d);
    }
}

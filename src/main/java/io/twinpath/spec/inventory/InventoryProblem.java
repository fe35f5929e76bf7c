package io.twinpath.spec.inventory;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Nearest;
import io.twinpath.diag.Span;
import io.twinpath.spec.yaml.Limits;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Everything that can be wrong with hosts, groups, modules and their names, and how it is said. */
public sealed interface InventoryProblem {

    record Unreadable(Span span, String why) implements InventoryProblem {}

    record OnlyPointer(Span span) implements InventoryProblem {}

    record NoInventory() implements InventoryProblem {}

    record WrongForm(Span span, String found, String expected, Optional<String> unspaced) implements InventoryProblem {}

    record UnknownKey(Span span, String key, String owner, List<String> known) implements InventoryProblem {}

    record MisplacedKey(Span span, String key, String why) implements InventoryProblem {}

    record DeclaredTwice(Span span, String what, Span first) implements InventoryProblem {}

    record NotAHost(Span span, String text) implements InventoryProblem {}

    record NotAName(Span span, String text, String what) implements InventoryProblem {}

    record UnknownHost(Span span, String name, Collection<String> known) implements InventoryProblem {}

    record UnknownGroup(Span span, String name, Collection<String> known) implements InventoryProblem {}

    record GroupCircle(Span span, List<String> chain) implements InventoryProblem {}

    record BadRange(Span span, String why) implements InventoryProblem {}

    record TwoClusters(Span span, String host, String cluster, Span first, String firstCluster)
            implements InventoryProblem {}

    record BadAccess(Span span, String owner, String text, String expected) implements InventoryProblem {}

    record Missing(Span span, String owner, String key, String expected) implements InventoryProblem {}

    record UnknownModule(Span span, String name, Collection<String> known) implements InventoryProblem {}

    record ModuleCircle(Span span, List<String> chain) implements InventoryProblem {}

    record TooManyModules(Span span) implements InventoryProblem {}

    record ExpansionTooLarge(Span span, String host) implements InventoryProblem {}

    record UnknownParameter(Span span, String module, String name, Collection<String> known)
            implements InventoryProblem {}

    record MissingParameter(Span span, String module, String name, String type, Span declared)
            implements InventoryProblem {}

    record UnfitParameter(Span span, String module, String name, String why, Span declared)
            implements InventoryProblem {}

    record BadParameter(Span span, String name, String why, List<String> nearest) implements InventoryProblem {}

    record BadSet(Span span, String why) implements InventoryProblem {}

    record UnknownTarget(Span span, String what, String name, Collection<String> known) implements InventoryProblem {}

    static Diagnostic describe(InventoryProblem problem) {
        return switch (problem) {
            case Unreadable p ->
                Diagnostic.error("SPC0018", "File that cannot be read", "It was not opened, because " + p.why + ".")
                        .at(p.span, "")
                        .hint("Only regular files are read; links are not followed.");
            case OnlyPointer p ->
                Diagnostic.error(
                                "SPC0079",
                                "Git LFS pointer instead of a file",
                                "Here are the three lines by which Git LFS finds the file, and not the file itself.")
                        .at(p.span, "")
                        .hint("Specs are small texts: take them out of Git LFS, so that revisions can be compared.")
                        .hint("In a checkout, get the file: git lfs pull");
            case NoInventory p ->
                Diagnostic.error(
                                "SPC0019",
                                "No inventory",
                                "There is no file inventory/*.yml, so nothing says what the site should be.")
                        .hint("Start one with: twinpath init");
            case WrongForm p -> wrongForm(p);
            case UnknownKey p ->
                hinted(
                        Diagnostic.error("SPC0020", "Unknown key", "Known keys are " + String.join(", ", p.known) + ".")
                                .at(p.span, p.owner + " has no key of this name"),
                        Nearest.hint(p.key, p.known));
            case MisplacedKey p ->
                Diagnostic.error("SPC0021", "Key in the wrong place", p.why)
                        .at(p.span, "\"" + p.key + "\" does not belong here");
            case DeclaredTwice p ->
                Diagnostic.error("SPC0022", "Declared twice", "An object is declared in one place: " + p.what + ".")
                        .at(p.span, "again here")
                        .also(p.first, "first here")
                        .hint("Put everything about it under one key, in one file.");
            case NotAHost p ->
                Diagnostic.error(
                                "SPC0023",
                                "Not a host name",
                                "A host name has letters, digits and inner hyphens between dots (RFC 1123), 63 "
                                        + "characters at most each and 253 in all.")
                        .at(p.span, "not a host name");
            case NotAName p ->
                Diagnostic.error(
                                "SPC0024",
                                "Not a name",
                                "The name of " + p.what
                                        + " has letters, digits, \"_\", \"-\" and \".\", and starts with a "
                                        + "letter, a digit or \"_\".")
                        .at(p.span, "not a name");
            case UnknownHost p -> unknown("SPC0025", "Unknown host", "host", p.span, p.name, p.known);
            case UnknownGroup p -> unknown("SPC0026", "Unknown group", "group", p.span, p.name, p.known);
            case GroupCircle p ->
                Diagnostic.error(
                                "SPC0027",
                                "Groups in a circle",
                                "A group cannot be inside of itself: " + String.join(" > ", p.chain) + ".")
                        .at(p.span, "the circle closes here");
            case BadRange p ->
                Diagnostic.error("SPC0028", "Malformed range", p.why + ".")
                        .at(p.span, "not a range")
                        .hint("Write esxi[1:3].lain.local, esxi[01:20] or esxi[a:c].");
            case TwoClusters p ->
                Diagnostic.error(
                                "SPC0029",
                                "Host in two clusters",
                                p.host + " is listed in " + p.firstCluster + " and in " + p.cluster + ".")
                        .at(p.span, "again here")
                        .also(p.first, "first here");
            case BadAccess p ->
                Diagnostic.error("SPC0102", "Malformed value", "\"" + p.text + "\" is not " + p.expected + ".")
                        .at(p.span, p.expected + " is expected here")
                        .about(p.owner);
            case Missing p ->
                Diagnostic.error("SPC0030", "Missing key", p.owner + " needs \"" + p.key + "\", " + p.expected + ".")
                        .at(p.span, "\"" + p.key + "\" is missing");
            case UnknownModule p -> unknown("SPC0050", "Unknown module", "module", p.span, p.name, p.known);
            case ModuleCircle p ->
                Diagnostic.error(
                                "SPC0051",
                                "Modules in a circle",
                                "A module cannot use itself: " + String.join(" > ", p.chain) + ".")
                        .at(p.span, "the circle closes here");
            case TooManyModules p ->
                Diagnostic.error(
                                "SPC0058",
                                "Too many modules",
                                "One host, group or module brings in at most " + Limits.MODULE_CALLS
                                        + " modules, those that modules bring in counted each time, and at most "
                                        + Limits.DEPTH + " inside of each other.")
                        .at(p.span, "one too many");
            case ExpansionTooLarge p ->
                Diagnostic.error(
                                "SPC0002",
                                "Too large",
                                "With modules and groups written out for every host, the spec passes "
                                        + Limits.EXPANDED_NODES + " values in all at " + p.host
                                        + ", which is the limit.")
                        .at(p.span, "")
                        .hint("Make projects of parts of the site.");
            case UnknownParameter p -> {
                String known = p.known.isEmpty() ? "It takes none." : "It takes " + String.join(", ", p.known) + ".";
                yield hinted(
                        Diagnostic.error("SPC0052", "Unknown parameter", known)
                                .at(p.span, "module " + p.module + " has no parameter of this name"),
                        Nearest.hint(p.name, p.known));
            }
            case MissingParameter p ->
                Diagnostic.error(
                                "SPC0053",
                                "Missing parameter",
                                "Module " + p.module + " needs \"" + p.name + "\", " + p.type + ".")
                        .at(p.span, "\"" + p.name + "\" is missing")
                        .also(p.declared, "declared here")
                        .hint("Add \"" + p.name + ": …\" under \"with\".");
            case UnfitParameter p ->
                Diagnostic.error(
                                "SPC0054",
                                "Value that does not fit the parameter",
                                "\"" + p.name + "\" of module " + p.module + ": " + p.why + ".")
                        .at(p.span, "does not fit")
                        .also(p.declared, "declared here");
            case BadParameter p ->
                hinted(
                        Diagnostic.error(
                                        "SPC0055",
                                        "Malformed parameter declaration",
                                        "\"" + p.name + "\": " + p.why + ".")
                                .at(p.span, "in this declaration"),
                        p.nearest);
            case BadSet p ->
                Diagnostic.error("SPC0056", "Malformed --set", p.why + ".")
                        .at(p.span, "not understood")
                        .hint("Write --set HOST:KEY.KEY=VALUE or --set KIND:HOST/NAME.FIELD=VALUE.");
            case UnknownTarget p ->
                hinted(
                        Diagnostic.error(
                                        "SPC0057",
                                        "Nothing of this name",
                                        "The spec has no " + p.what + " \"" + p.name + "\".")
                                .at(p.span, "not found"),
                        Nearest.hint(p.name, p.known));
        };
    }

    private static Diagnostic wrongForm(WrongForm p) {
        Diagnostic d = Diagnostic.error(
                        "SPC0101", "Wrong form", "Here is " + p.found + ", but " + p.expected + " is expected.")
                .at(p.span, p.expected + " is expected here");
        return p.unspaced
                .map(key -> d.hint("Write a blank behind the colon: \"" + key + ": …\"."))
                .orElse(d);
    }

    private static Diagnostic unknown(
            String code, String summary, String what, Span span, String name, Collection<String> known) {
        String detail = known.isEmpty()
                ? "The spec declares no " + what + " at all."
                : "The spec declares " + known.size() + " " + what + (known.size() == 1 ? "" : "s")
                        + ", none of them called \"" + name + "\".";
        return hinted(
                Diagnostic.error(code, summary, detail).at(span, "no " + what + " of this name"),
                Nearest.hint(name, known));
    }

    private static Diagnostic hinted(Diagnostic diagnostic, List<String> hints) {
        Diagnostic d = diagnostic;
        for (String hint : hints) {
            d = d.hint(hint);
        }
        return d;
    }
}

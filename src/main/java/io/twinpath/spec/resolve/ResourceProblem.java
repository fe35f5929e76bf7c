package io.twinpath.spec.resolve;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Nearest;
import io.twinpath.diag.Span;
import io.twinpath.kind.Mention;
import io.twinpath.model.Address;
import java.util.Collection;
import java.util.List;

/** Everything that can be wrong between resources, and how it is said. */
sealed interface ResourceProblem {

    String UNDECLARED_CODE = "SPC0036";
    String UNDECLARED = "Reference to something undeclared";

    record BadName(Span span, String title) implements ResourceProblem {}

    record Twice(Span span, Address address, Span first) implements ResourceProblem {}

    record BadState(Span span, String text) implements ResourceProblem {}

    record NotRemovable(Span span, String title) implements ResourceProblem {}

    record SetByPlace(Span span, String field) implements ResourceProblem {}

    record BadExact(Span span, String text) implements ResourceProblem {}

    record NotDeletable(Span span, String title) implements ResourceProblem {}

    record NotListed(Span span, String title) implements ResourceProblem {}

    record Undeclared(Span span, Address from, Address to, Collection<String> known) implements ResourceProblem {}

    record NobodyIs(Span span, Address from, Mention mention, Collection<String> known) implements ResourceProblem {}

    record RefersToAbsent(Span span, Address from, Address to, Span removedAt) implements ResourceProblem {}

    record Claimed(Span span, Address by, String claim, Span first, Address firstBy) implements ResourceProblem {}

    static Diagnostic describe(ResourceProblem problem) {
        return switch (problem) {
            case BadName p ->
                Diagnostic.error(
                                "SPC0032",
                                "Not a name for a resource",
                                "The name of " + p.title + " has 1 to 255 characters, all of which can be seen.")
                        .at(p.span, "not a name");
            case Twice p ->
                Diagnostic.error(
                                "SPC0033",
                                "Resource declared twice",
                                "A host has one " + p.address.kind().replace('_', ' ')
                                        + " of this name, wherever it stands.")
                        .at(p.span, "again here")
                        .also(p.first, "first here")
                        .about(p.address.toString());
            case BadState p ->
                Diagnostic.error("SPC0106", "Not one of the choices", "The choices are present, absent.")
                        .at(p.span, "is none of the choices");
            case NotRemovable p ->
                Diagnostic.error(
                                "SPC0034",
                                "Resource that cannot be removed",
                                "Twinpath does not remove " + p.title + ", so \"state\" has no meaning here.")
                        .at(p.span, "remove this");
            case SetByPlace p ->
                Diagnostic.error(
                                "SPC0035",
                                "Field that its place sets",
                                "\"" + p.field + "\" follows from what it stands under.")
                        .at(p.span, "remove this");
            case BadExact p ->
                Diagnostic.error("SPC0106", "Not one of the choices", "The choices are true, report, false.")
                        .at(p.span, "is none of the choices")
                        .hint("No resource of such a collection can be called \"exact\".");
            case NotDeletable p ->
                Diagnostic.error(
                                "SPC0039",
                                "Collection that cannot be exact",
                                "No command takes " + p.title + " away, so what is not declared cannot be deleted.")
                        .at(p.span, "cannot be true here")
                        .hint("Write \"exact: report\" to be told of it.");
            case NotListed p ->
                Diagnostic.error(
                                "SPC0040",
                                "Collection that cannot be listed",
                                "Twinpath has no list of everything that a host has of " + p.title
                                        + ", so nobody can tell what is not declared.")
                        .at(p.span, "remove this");
            case Undeclared p -> undeclared(p);
            case NobodyIs p -> nobodyIs(p);
            case RefersToAbsent p ->
                Diagnostic.error(
                                "SPC0037",
                                "Reference to what must not exist",
                                p.from + " needs " + p.to + ", which is declared with state: absent.")
                        .at(p.span, "needed here")
                        .also(p.removedAt, "declared absent here")
                        .about(p.from.toString());
            case Claimed p ->
                Diagnostic.error(
                                "SPC0038",
                                "Used twice",
                                "Only one can have \"" + p.claim + "\": " + p.firstBy + " and " + p.by + " both do.")
                        .at(p.span, "again here")
                        .also(p.first, "first here")
                        .about(p.by.toString());
        };
    }

    private static Diagnostic nobodyIs(NobodyIs p) {
        String what = String.join(" or ", p.mention.kinds()).replace('_', ' ');
        Diagnostic d = Diagnostic.error(
                        UNDECLARED_CODE,
                        UNDECLARED,
                        "It names \"" + p.mention.name() + "\", and the spec declares no " + what + " of this name. "
                                + all(p.known))
                .at(p.span, "no such " + what)
                .about(p.from.toString());
        for (String hint : Nearest.hint(p.mention.name(), List.copyOf(p.known))) {
            d = d.hint(hint);
        }
        return d;
    }

    private static String all(Collection<String> known) {
        return known.isEmpty()
                ? "There is none at all."
                : "There are " + String.join(", ", known.stream().limit(12).toList()) + (known.size() > 12 ? ", …" : "")
                        + ".";
    }

    private static Diagnostic undeclared(Undeclared p) {
        Diagnostic d = Diagnostic.error(
                        UNDECLARED_CODE,
                        UNDECLARED,
                        "It needs " + p.to + ", which the spec does not declare. " + all(p.known))
                .at(p.span, "no such " + p.to.kind().replace('_', ' '))
                .about(p.from.toString());
        for (String hint : Nearest.hint(p.to.name(), List.copyOf(p.known))) {
            d = d.hint(hint);
        }
        return d;
    }
}

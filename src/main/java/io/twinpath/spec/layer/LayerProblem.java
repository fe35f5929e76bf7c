package io.twinpath.spec.layer;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Span;

/** What can be wrong with precedence, and how it is said. */
public sealed interface LayerProblem {

    record Tie(Span span, String layer, String value, Span other, String otherLayer, String otherValue, String host)
            implements LayerProblem {}

    static Diagnostic describe(LayerProblem problem) {
        return switch (problem) {
            case Tie p ->
                Diagnostic.error(
                                "SPC0031",
                                "Tie",
                                capital(p.otherLayer) + " says " + p.otherValue + " and " + p.layer + " says " + p.value
                                        + ". Neither goes before the other, so which one wins would be chance.")
                        .at(p.span, p.layer)
                        .also(p.other, p.otherLayer)
                        .hint(
                                "Set it on the host or its cluster, which go before groups; or make one group a child of the "
                                        + "other.")
                        .about(p.host);
        };
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}

package io.twinpath.report.picture;

import io.twinpath.graph.Fold;
import io.twinpath.graph.Graph;
import io.twinpath.graph.Mark;
import io.twinpath.graph.Picture;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One picture of a report.
 *
 * @param title such as "Before the plan"
 * @param marks what a plan does to parts, by id
 * @param notes what else is to be said of parts, by id, such as the risks that they are
 */
public record Figure(String title, Picture picture, Map<String, Mark> marks, Map<String, List<String>> notes) {
    public Figure {
        marks = Map.copyOf(marks);
        notes = Map.copyOf(notes);
    }

    /** A site in one state. */
    public static List<Figure> of(String title, Graph graph) {
        return of(title, graph, Map.of());
    }

    /** A site in one state, with something said of some of its parts. */
    public static List<Figure> of(String title, Graph graph, Map<String, List<String>> notes) {
        return List.of(new Figure(title, Fold.of(graph), Map.of(), notes));
    }

    /** What something does to a site: two pictures with the same bands. */
    public static List<Figure> of(String first, Graph before, String second, Graph after) {
        List<Picture> pictures = Fold.of(List.of(before, after));
        return List.of(
                new Figure(first, pictures.get(0), new TreeMap<>(Mark.of(before, after, false)), Map.of()),
                new Figure(second, pictures.get(1), new TreeMap<>(Mark.of(after, before, true)), Map.of()));
    }
}

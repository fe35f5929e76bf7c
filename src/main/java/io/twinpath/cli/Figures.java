package io.twinpath.cli;

import io.twinpath.graph.Graph;
import io.twinpath.model.Catalogue;
import io.twinpath.model.Spec;
import io.twinpath.report.picture.Figure;
import io.twinpath.rig.Effects;
import io.twinpath.risk.Judged;
import io.twinpath.risk.Risks;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Scenes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What verbs show of a site. */
final class Figures {

    private Figures() {}

    /** A state, and what is left of it after a failure. */
    static Graph graph(Scene scene, Effects effects) {
        return Graph.of(scene.rig(), scene.failures().baseline(), effects);
    }

    static Graph graph(Scene scene) {
        return graph(scene, scene.failures().effects(Set.of()));
    }

    /** A state with its open risks at the parts that they come from. */
    static List<Figure> of(Scene scene, String name, Risks risks) {
        Map<String, List<String>> notes = new TreeMap<>();
        for (Judged judged : risks.open()) {
            judged.finding()
                    .subjects()
                    .forEach(subject -> notes.computeIfAbsent(subject, s -> new ArrayList<>())
                            .add(judged.finding().code() + ": "
                                    + judged.finding().title()));
        }
        return Figure.of("The site " + name, graph(scene), notes);
    }

    /** What a change makes of a site; one picture when that is nothing that is drawn. */
    static List<Figure> of(String first, Scene before, String second, Scene after) {
        Graph was = graph(before);
        Graph is = graph(after);
        return was.equals(is)
                ? Figure.of(first + " as " + second.toLowerCase(Locale.ROOT), was)
                : Figure.of(first, was, second, is);
    }

    /** What a spec says, without a look at the site. */
    static Scene declared(Spec spec, Catalogue catalogue) {
        return Scenes.declared(spec, catalogue, Instant.now());
    }
}

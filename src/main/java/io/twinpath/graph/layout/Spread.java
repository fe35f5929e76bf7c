package io.twinpath.graph.layout;

import java.util.ArrayList;
import java.util.List;

/** Puts things below each other as near as can be to where each would like to be: those that would overlap share the shift. */
final class Spread {

    /** Things that touch: the sum of what each wants for the first of them, and their common height. */
    private static final class Run {
        private final int first;
        private int count = 1;
        private double wanted;
        private double height;

        Run(int first, double wanted, double height) {
            this.first = first;
            this.wanted = wanted;
            this.height = height;
        }

        double top() {
            return wanted / count;
        }

        void take(Run below) {
            wanted += below.wanted - height * below.count;
            count += below.count;
            height += below.height;
        }
    }

    private Spread() {}

    /**
     * @param wanted where the top of each would like to be; the order of the list is kept
     * @param heights with the gap below
     * @return the tops
     */
    static double[] tops(double[] wanted, double[] heights, double from, double to) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < wanted.length; i++) {
            Run run = new Run(i, wanted[i], heights[i]);
            while (!runs.isEmpty() && top(runs.getLast(), from, to) + runs.getLast().height > top(run, from, to)) {
                Run above = runs.removeLast();
                above.take(run);
                run = above;
            }
            runs.add(run);
        }
        double[] tops = new double[wanted.length];
        for (Run run : runs) {
            double y = top(run, from, to);
            for (int i = run.first; i < run.first + run.count; i++) {
                tops[i] = y;
                y += heights[i];
            }
        }
        return tops;
    }

    private static double top(Run run, double from, double to) {
        return Math.max(from, Math.min(run.top(), to - run.height));
    }
}

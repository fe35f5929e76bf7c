package io.twinpath.report.picture;

import static io.twinpath.report.picture.Markup.number;
import static io.twinpath.report.picture.Markup.safe;

import io.twinpath.graph.layout.Layout;
import io.twinpath.graph.layout.Text;
import java.util.ArrayList;
import java.util.List;

/** Pictures as one SVG file, below each other, with its own style sheet for light and dark. */
public final class SvgText {

    private static final double TITLE = 34;
    private static final double WIDE_TITLE = 16.5;

    private SvgText() {}

    /**
     * The whole file.
     *
     * @param title what it shows, in a line
     */
    public static String text(String title, List<Figure> figures) {
        StringBuilder inside = new StringBuilder();
        List<String> told = new ArrayList<>();
        double width = 320;
        double y = 0;
        if (figures.isEmpty()) {
            inside.append("<text class=\"title\" x=\"16\" y=\"24\">")
                    .append(safe(title))
                    .append("</text>\n");
            width = Math.max(width, Text.width(title, WIDE_TITLE) + 32);
        }
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            Layout layout = Layout.of(figure.picture());
            String prefix = String.valueOf((char) ('a' + i));
            inside.append("<text class=\"title\" x=\"16\" y=\"")
                    .append(number(y + 24))
                    .append("\">");
            inside.append(safe(figure.title())).append("</text>\n");
            y += TITLE;
            inside.append("<g transform=\"translate(0 ").append(number(y)).append(")\">\n");
            inside.append(new Drawing(figure, layout, prefix).text()).append("</g>\n");
            y += layout.height();
            width = Math.max(width, layout.width());
            told.add(figure.title() + ": " + Tally.sentence(figure.picture().graph()));
        }
        String size = number(width) + " " + number(Math.max(y, 40));
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + "\" width=\"" + number(width)
                + "\" height=\"" + number(Math.max(y, 40))
                + "\" role=\"img\" aria-labelledby=\"t d\">\n<title id=\"t\">"
                + safe(title) + "</title>\n<desc id=\"d\">" + safe(String.join(" ", told)) + "</desc>\n<style>\n"
                + Resource.text("svg.css") + Resource.text("picture.css")
                + "</style>\n<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n" + inside + "</svg>\n";
    }
}

package io.twinpath.report.picture;

import static io.twinpath.report.picture.Markup.safe;

import io.twinpath.graph.layout.Layout;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * A page that needs nothing beside itself. Its policy allows the one style sheet and the one script in it, by their hashes; the page
 * is whole without the script, which adds keys, tracing and details beside the picture.
 */
public final class HtmlText {

    private final StringBuilder out = new StringBuilder();

    private HtmlText() {}

    /** The whole file. */
    public static String text(HtmlPage page) {
        HtmlText text = new HtmlText();
        text.page(page);
        return text.out.toString();
    }

    private void page(HtmlPage page) {
        String style = "\n" + Resource.text("page.css") + Resource.text("picture.css");
        String script = "\n" + Resource.text("page.js");
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '");
        out.append(hash(style)).append("'; script-src '").append(hash(script));
        out.append("'; base-uri 'none'; form-action 'none'\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append(
                "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
        out.append("<title>")
                .append(safe(page.title()))
                .append("</title>\n<style>")
                .append(style);
        out.append("</style>\n</head>\n<body>\n");
        head(page);
        out.append("<main>\n");
        if (!page.figures().isEmpty()) {
            figures(page.figures());
        }
        new HtmlFindings(out).write(page);
        if (!page.figures().isEmpty()) {
            new HtmlList(out).write(page.figures());
        }
        out.append("</main>\n<footer>Written by Twinpath. This file needs no network and sends nothing.</footer>\n");
        out.append("<script>").append(script).append("</script>\n</body>\n</html>\n");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void head(HtmlPage page) {
        if (!page.figures().isEmpty()) {
            out.append("<a class=\"skip\" href=\"#list\">Skip the picture: the same as a list</a>\n");
        }
        out.append("<header>\n<p class=\"eyebrow\">twinpath <b>")
                .append(safe(page.verb()))
                .append("</b>");
        if (!page.project().isEmpty()) {
            out.append("<span>").append(safe(page.project())).append("</span>");
        }
        page.verdict()
                .ifPresent(v -> out.append("<em class=\"verdict ")
                        .append(v)
                        .append("\">")
                        .append(v)
                        .append("</em>"));
        out.append("</p>\n<h1>").append(safe(page.title())).append("</h1>\n");
        if (!page.lead().isEmpty()) {
            out.append("<p class=\"lead\">").append(safe(page.lead())).append("</p>\n");
        }
        if (page.figures().size() == 1) {
            tallies(page.figures().getFirst());
        }
        out.append("</header>\n");
    }

    private void tallies(Figure figure) {
        List<Tally> all = Tally.of(figure.picture().graph());
        List<Tally> heavy = all.stream().filter(Tally::heavy).toList();
        List<Tally> light = all.stream().filter(t -> !t.heavy()).toList();
        if (all.isEmpty()) {
            return;
        }
        out.append("<ul class=\"tally\">");
        heavy.forEach(t -> out.append("<li class=\"")
                .append(Words.state(t.state()))
                .append("\"><b>")
                .append(t.count())
                .append("</b> ")
                .append(safe(t.what()))
                .append("</li>"));
        out.append("</ul>\n");
        if (!light.isEmpty()) {
            out.append("<p class=\"also\">").append(heavy.isEmpty() ? "" : "Below them: ");
            out.append(safe(String.join(", ", light.stream().map(Tally::text).toList())))
                    .append(".</p>\n");
        }
    }

    private void figures(List<Figure> figures) {
        out.append("<section class=\"figures")
                .append(figures.size() > 1 ? " pair" : "")
                .append("\">\n");
        for (int i = 0; i < figures.size(); i++) {
            figure(figures.get(i), String.valueOf((char) ('a' + i)), figures.size() > 1);
        }
        out.append("</section>\n").append(Resource.text("legend.html"));
        if (figures.size() > 1) {
            out.append("<ul class=\"legend marks\"><li><i class=\"plus\">+</i> new</li><li><i>~</i> changes</li>"
                    + "<li><i>−</i> goes</li></ul>\n");
        }
        if (figures.stream().anyMatch(f -> !f.notes().isEmpty())) {
            out.append("<ul class=\"legend\"><li><svg width=\"14\" height=\"14\" aria-hidden=\"true\">"
                    + "<path class=\"note\" d=\"M2 2h10v10z\"/></svg>a risk comes from it</li></ul>\n");
        }
        out.append(
                "<aside id=\"details\" role=\"region\" aria-label=\"Details\" aria-live=\"polite\" hidden></aside>\n");
    }

    private void figure(Figure figure, String prefix, boolean titled) {
        Layout layout = Layout.of(figure.picture());
        String width = Markup.number(layout.width());
        String height = Markup.number(layout.height());
        out.append("<figure>\n");
        if (titled) {
            out.append("<figcaption><h2>").append(safe(figure.title())).append("</h2><p>");
            out.append(safe(Tally.sentence(figure.picture().graph()))).append("</p></figcaption>\n");
        }
        out.append("<div class=\"scroll\"><svg viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height);
        out.append("\" width=\"").append(width).append("\" height=\"").append(height);
        out.append("\" role=\"group\" aria-labelledby=\"")
                .append(prefix)
                .append("t ")
                .append(prefix)
                .append("d\">\n");
        out.append("<title id=\"")
                .append(prefix)
                .append("t\">")
                .append(safe(figure.title()))
                .append("</title>\n");
        out.append("<desc id=\"")
                .append(prefix)
                .append("d\">")
                .append(safe(Tally.sentence(figure.picture().graph())));
        out.append(" Arrow keys go from part to part, Enter opens details, Escape closes them.</desc>\n");
        out.append(new Drawing(figure, layout, prefix).text());
        out.append("</svg></div>\n</figure>\n");
    }
}

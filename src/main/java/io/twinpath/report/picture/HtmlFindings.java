package io.twinpath.report.picture;

import static io.twinpath.report.picture.Markup.safe;

import io.twinpath.report.Finding;
import io.twinpath.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Findings as a table and the whole answer folded away. */
final class HtmlFindings {

    private static final int MOST = 1_000;

    private final StringBuilder out;

    HtmlFindings(StringBuilder out) {
        this.out = out;
    }

    void write(HtmlPage page) {
        findings(page);
        if (!page.sections().isEmpty()) {
            out.append("<section class=\"answer\">\n<h2>The whole answer</h2>\n");
            boolean few = page.sections().size() <= 2;
            page.sections().stream().limit(MOST).forEach(s -> section(s, few));
            rest(page.sections().size(), "parts");
            out.append("</section>\n");
        }
    }

    /** Equal findings of many hosts are one row. */
    private void findings(HtmlPage page) {
        Map<List<Object>, List<String>> rows = new LinkedHashMap<>();
        Map<List<Object>, Optional<String>> places = new LinkedHashMap<>();
        for (int i = 0; i < page.findings().size(); i++) {
            Finding f = page.findings().get(i);
            List<Object> key = List.of(
                    f.severity(),
                    f.title(),
                    f.subject(),
                    f.text(),
                    f.hints(),
                    page.places().get(i));
            rows.computeIfAbsent(key, k -> new ArrayList<>()).add(f.group());
            places.putIfAbsent(key, page.places().get(i));
        }
        if (rows.isEmpty()) {
            return;
        }
        out.append(
                "<section class=\"findings\">\n<h2>What there is to know</h2>\n<div class=\"wide\"><table>\n<thead><tr>");
        out.append("<th scope=\"col\">Weight</th><th scope=\"col\">What</th><th scope=\"col\">Where</th>");
        out.append("<th scope=\"col\">Cause</th></tr></thead>\n<tbody>\n");
        rows.entrySet().stream()
                .limit(MOST)
                .forEach(row -> row(row.getKey(), row.getValue(), places.getOrDefault(row.getKey(), Optional.empty())));
        out.append("</tbody></table></div>\n");
        rest(rows.size(), "rows");
        out.append("</section>\n");
    }

    private void rest(int size, String what) {
        if (size > MOST) {
            out.append("<p>").append(size - MOST).append(" more ").append(what).append(" are left out here.</p>\n");
        }
    }

    private void row(List<Object> key, List<String> groups, Optional<String> place) {
        String weight = key.get(0).toString().toLowerCase(Locale.ROOT);
        out.append("<tr class=\"")
                .append(weight)
                .append("\"><td><span class=\"weight\">")
                .append(weight);
        out.append("</span></td><td><b>").append(safe(key.get(1).toString())).append("</b> <code>");
        out.append(safe(key.get(2).toString())).append("</code>");
        key.get(3).toString().lines().forEach(l -> out.append("<br>").append(safe(l)));
        if (key.get(4) instanceof List<?> hints) {
            hints.forEach(h -> out.append("<br><span class=\"hint\">")
                    .append(safe(h.toString()))
                    .append("</span>"));
        }
        out.append("</td><td>")
                .append(safe(String.join(", ", groups.stream().distinct().toList())));
        out.append("</td><td><code>").append(safe(place.orElse(""))).append("</code></td></tr>\n");
    }

    private void section(Report.Section section, boolean open) {
        out.append("<details").append(open ? " open" : "").append("><summary>").append(safe(section.title()));
        out.append("</summary><pre tabindex=\"0\">");
        section.lines().forEach(line -> out.append(safe(line)).append('\n'));
        out.append("</pre></details>\n");
    }
}

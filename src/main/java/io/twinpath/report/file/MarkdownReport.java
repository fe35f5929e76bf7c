package io.twinpath.report.file;

import io.twinpath.diag.Severity;
import io.twinpath.report.Finding;
import io.twinpath.report.Report;
import io.twinpath.report.Roots;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A comment for a review: the verdict, then a table of what is wrong, in the way or dangerous, then the whole answer, folded
 * away. Forges refuse comments past a size, so the whole keeps to {@link #BUDGET}: the folded parts go first, the last of
 * them before the others; the verdict never goes, and the table says how much of it is left out.
 */
final class MarkdownReport {

    /** Bytes of UTF-8; the smallest limit among the forges is 65,536 characters. */
    static final int BUDGET = 60_000;

    private static final int TABLE = 40_000;
    private static final int RESERVE = 200;
    private static final int SMALLEST_PART = 400;
    private static final int NAMED = 3;

    private final Roots roots;
    private final StringBuilder out = new StringBuilder();
    private int bytes;

    private MarkdownReport(Roots roots) {
        this.roots = roots;
    }

    static String text(Report report, Roots roots) {
        MarkdownReport page = new MarkdownReport(roots);
        page.add("## twinpath " + MarkdownText.prose(report.verb()) + ": "
                + report.verdict().word() + "\n\n");
        page.add("**" + MarkdownText.prose(cut(report.summary())) + "**\n");
        page.table(report);
        page.sections(report.sections());
        return page.out.toString();
    }

    private static String cut(String summary) {
        return summary.length() <= 1_000 ? summary : summary.substring(0, 1_000) + "…";
    }

    private void add(String text) {
        out.append(text);
        bytes += size(text);
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** What makes two findings one row. */
    private record Row(Finding first, String subject, List<String> groups) {}

    private void table(Report report) {
        List<Row> rows = rows(report);
        if (rows.isEmpty()) {
            return;
        }
        add("\n| | where | what | cause |\n|---|---|---|---|\n");
        for (int i = 0; i < rows.size(); i++) {
            String row = row(rows.get(i));
            if (bytes + size(row) > TABLE) {
                add("| | | " + (rows.size() - i) + " more rows are left out here | |\n");
                return;
            }
            add(row);
        }
    }

    /** Equal findings of many hosts once, the heavier first. */
    private static List<Row> rows(Report report) {
        Map<List<Object>, Row> byText = new LinkedHashMap<>();
        report.findings().stream()
                .filter(f -> f.severity() != Severity.NOTE)
                .sorted(Comparator.comparing(Finding::severity))
                .forEach(f -> {
                    String subject = f.subject().replace(f.group(), "*");
                    List<Object> key = List.of(f.severity(), f.rule(), f.title(), f.text(), subject, f.at(), f.hints());
                    byText.computeIfAbsent(key, k -> new Row(f, subject, new ArrayList<>()))
                            .groups()
                            .add(f.group());
                });
        return List.copyOf(byText.values());
    }

    private String row(Row row) {
        Finding f = row.first();
        List<String> groups = row.groups().stream().distinct().toList();
        String where = MarkdownText.code(String.join(", ", groups.subList(0, Math.min(NAMED, groups.size()))))
                + (groups.size() > NAMED ? " and " + (groups.size() - NAMED) + " more" : "");
        String subject = groups.size() == 1 ? f.subject() : row.subject();
        String what = (subject.isEmpty() ? "" : MarkdownText.code(subject) + " ")
                + MarkdownText.prose(f.title())
                + (f.text().isEmpty() ? "" : ": " + MarkdownText.prose(f.text()))
                + (f.hints().isEmpty() ? "" : " " + MarkdownText.prose(String.join(" ", f.hints())));
        Optional<String> cause =
                roots.spanOf(f).map(at -> MarkdownText.code(roots.file(at).orElseThrow() + ":" + at.start()));
        return "| " + f.severity().name().toLowerCase(Locale.ROOT) + " | " + where + " | " + what + " | "
                + cause.orElse("") + " |\n";
    }

    private void sections(List<Report.Section> sections) {
        for (int i = 0; i < sections.size(); i++) {
            Report.Section section = sections.get(i);
            int room = BUDGET - RESERVE - bytes;
            String whole = part(section, section.lines().size());
            if (size(whole) <= room) {
                add(whole);
                continue;
            }
            int lines = fitting(section, room);
            if (lines > 0) {
                add(part(section, lines));
            }
            int left = sections.size() - i - (lines > 0 ? 1 : 0);
            add("\nThe rest is left out here" + (left > 0 ? ", " + left + " more parts with it" : "") + ".\n");
            return;
        }
    }

    private static int fitting(Report.Section section, int room) {
        if (room < SMALLEST_PART) {
            return 0;
        }
        int low = 0;
        int high = section.lines().size();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (size(part(section, middle)) <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static String part(Report.Section section, int lines) {
        return "\n<details>\n<summary>" + MarkdownText.prose(section.title()) + "</summary>\n\n"
                + MarkdownText.fenced(section.lines().subList(0, lines)) + "\n</details>\n";
    }
}

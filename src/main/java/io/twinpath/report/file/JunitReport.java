package io.twinpath.report.file;

import io.twinpath.report.Finding;
import io.twinpath.report.Printable;
import io.twinpath.report.Report;
import io.twinpath.report.Roots;
import java.util.List;
import java.util.stream.Collectors;

/** JUnit's XML, in the subset that build servers read: a test case for each host or file, which fails by its findings. */
final class JunitReport {

    private JunitReport() {}

    static String text(Report report, Roots roots) {
        List<String> groups = report.groups().isEmpty() ? List.of(Report.ALL) : report.groups();
        long failures =
                groups.stream().filter(g -> !report.failures(g).isEmpty()).count();
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        String counts =
                " tests=\"" + groups.size() + "\" failures=\"" + failures + "\" errors=\"0\" skipped=\"0\" time=\"0\"";
        String name = " name=\"twinpath " + escaped(report.verb()) + "\"";
        xml.append("<testsuites").append(name).append(counts).append(">\n");
        xml.append("  <testsuite").append(name).append(counts).append(">\n");
        for (String group : groups) {
            testCase(report, group, roots, xml);
        }
        xml.append("    <system-out>").append(escaped(report.summary())).append("</system-out>\n");
        return xml.append("  </testsuite>\n</testsuites>\n").toString();
    }

    private static void testCase(Report report, String group, Roots roots, StringBuilder xml) {
        xml.append("    <testcase name=\"").append(escaped(group)).append("\" classname=\"twinpath.");
        xml.append(escaped(report.verb())).append("\" time=\"0\"");
        List<Finding> failures = report.failures(group);
        if (failures.isEmpty()) {
            xml.append("/>\n");
            return;
        }
        Finding first = failures.getFirst();
        String more = failures.size() == 1 ? "" : " (and " + (failures.size() - 1) + " more)";
        xml.append(">\n      <failure message=\"")
                .append(escaped(first.title() + more))
                .append("\" type=\"")
                .append(escaped(first.rule()))
                .append("\">");
        xml.append(failures.stream().map(f -> one(f, roots)).collect(Collectors.joining("\n\n")));
        xml.append("</failure>\n    </testcase>\n");
    }

    private static String one(Finding finding, Roots roots) {
        String place = roots.spanOf(finding)
                .map(at -> roots.file(at).orElseThrow() + ":" + at.start() + "\n")
                .orElse("");
        return (place + finding.rule() + " " + finding.whole())
                .lines()
                .map(JunitReport::escaped)
                .collect(Collectors.joining("\n"));
    }

    /** One line, without what XML has no place for. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        Printable.line(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(allowed(c) ? c : 0xfffd);
            }
        });
        return out.toString();
    }

    /** The characters of XML 1.0, production 2. */
    private static boolean allowed(int c) {
        return (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000;
    }
}

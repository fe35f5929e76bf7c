package io.twinpath.report.file;

import io.twinpath.report.Report;
import io.twinpath.report.Roots;
import io.twinpath.report.picture.HtmlPage;
import io.twinpath.report.picture.HtmlText;
import io.twinpath.report.picture.SvgText;
import java.util.Optional;

/** A page to look at: the verdict, the site as far as the answer is about it, the findings, the whole answer. */
final class HtmlReport {

    private HtmlReport() {}

    static String text(Report report, Roots roots) {
        return HtmlText.text(new HtmlPage(
                report.verb(),
                report.project(),
                Optional.of(report.verdict().word()),
                report.summary(),
                "",
                report.figures(),
                report.findings(),
                report.findings().stream()
                        .map(f -> roots.spanOf(f).map(at -> roots.file(at).orElseThrow() + ":" + at.start()))
                        .toList(),
                report.sections()));
    }

    /** The pictures alone; where nothing is drawn, the answer in a line. */
    static String svg(Report report) {
        return SvgText.text("twinpath " + report.verb() + ": " + report.summary(), report.figures());
    }
}

package io.twinpath.report;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Severity;
import java.util.Collection;
import java.util.List;

/** What a check of the spec found, as a report and as a document: a check for each file, which its errors fail. */
public final class SpecReport {

    private SpecReport() {}

    /** @param files every file that was read */
    public static Report of(List<Diagnostic> found, String verdict, Collection<String> files) {
        boolean valid = found.stream().noneMatch(Diagnostic::isError);
        return new Report(
                "validate",
                valid ? Report.Verdict.GOOD : Report.Verdict.ATTENTION,
                verdict,
                found.stream().sorted(Diagnostic.BY_PLACE).map(Finding::of).toList(),
                files.stream().sorted().toList(),
                Severity.ERROR,
                List.of(),
                json(found));
    }

    public static String json(List<Diagnostic> found) {
        return Json.document(json -> {
            json.writeBooleanField("valid", found.stream().noneMatch(Diagnostic::isError));
            Json.diagnostics(json, found);
        });
    }
}

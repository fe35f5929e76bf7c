package io.twinpath.cli;

import picocli.CommandLine.Option;

/** How a verb answers. */
final class OutputOption {

    /** Forms of an answer. */
    enum Form {
        text,
        json
    }

    @Option(
            names = "--output",
            paramLabel = "FORM",
            description = "Form of the answer: ${COMPLETION-CANDIDATES}. Default: text.")
    Form form = Form.text;

    boolean json() {
        return form == Form.json;
    }
}

package io.twinpath.cli;

/** How a verb answers. */
final class OutputOption {

    /** Forms of an answer. */
    enum Form {
        text,
        json
    }

    Form form = Form.text;

    boolean json() {
        return form == Form.json;
    }

    void describe(Syntax syntax) {
        syntax.option(
                "--output",
                "FORM",
                Form.class,
                given -> form = given,
                "Form of the answer: ${COMPLETION-CANDIDATES}. Default: text.");
    }
}

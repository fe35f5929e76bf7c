package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Asks a person. Only a typed "yes" is a yes; where nobody can be asked, nothing is assumed. */
final class Question {

    private Question() {}

    /** @param instead the option that answers without asking */
    static boolean confirmed(Console console, String question, String instead) throws CliException {
        if (!console.interactive()) {
            throw new CliException(
                    Exit.USAGE,
                    Diagnostic.error(
                                    "CLI0008",
                                    "Nobody to ask",
                                    "\"" + question + "\" needs an answer, and this is not a terminal.")
                            .hint("Answer beforehand with " + instead + "."));
        }
        console.err().print(question + " Only \"yes\" goes on: ");
        console.err().flush();
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
            return "yes".equals(in.readLine());
        } catch (IOException e) {
            return false;
        }
    }
}

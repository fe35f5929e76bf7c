package io.twinpath.driver.ssh;

import io.twinpath.driver.Call;
import io.twinpath.driver.Command;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.EsxcliCommand;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.FileCommand;
import io.twinpath.driver.FileQuery;
import io.twinpath.driver.InventoryQuery;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.MethodQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.ProgramCommand;
import io.twinpath.driver.ProgramQuery;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Secret;
import io.twinpath.driver.Secrets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Several calls as one shell script. Each is framed by a marker that nobody can guess, so that neither a banner nor an
 * answer can be taken for the frame:
 *
 * <pre>
 * echo MARKER b 0
 * esxcli --formatter=xml network nic list &lt;/dev/null; r=$?; echo; echo MARKER e 0 $r
 * </pre>
 *
 * <p>{@code </dev/null} keeps a call from eating the rest of the script; the empty {@code echo} ends a last line that has
 * no end of its own.
 *
 * @param marker 32 hexadecimal digits
 * @param calls how many there are
 * @param text the script; may hold a secret in the clear, so it is never logged or shown
 * @param secrets those it holds
 */
record Script(String marker, int calls, String text, List<String> secrets) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MARKER_BYTES = 16;

    /** esxcli says everything on standard output; other programs complain elsewhere. */
    private static final String MERGED = " 2>&1";

    static Script reading(List<? extends Query> queries, boolean xml) {
        String marker = freshMarker();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < queries.size(); i++) {
            String call = switch (queries.get(i)) {
                case EsxcliQuery q -> esxcli(q, xml);
                case FileQuery q -> FileForms.reading(q);
                case ProgramQuery q -> q.typed() + MERGED;
                case PropertyQuery q -> throw ofApi(q);
                case InventoryQuery q -> throw ofApi(q);
                case MethodQuery q -> throw ofApi(q);
            };
            frame(text, marker, i, call);
        }
        return new Script(marker, queries.size(), text.toString(), List.of());
    }

    static Script changing(Command command, Secrets secrets) throws DriverException {
        List<String> hidden = new ArrayList<>();
        String call = switch (command) {
            case EsxcliCommand c -> esxcli(c, secrets, hidden);
            case FileCommand c -> FileForms.replacing(c);
            case ProgramCommand c -> String.join(" ", c.words()) + MERGED;
            case MethodCommand c -> throw ofApi(c);
        };
        String marker = freshMarker();
        StringBuilder text = new StringBuilder();
        frame(text, marker, 0, call);
        return new Script(marker, 1, text.toString(), hidden);
    }

    private static String esxcli(EsxcliQuery query, boolean xml) {
        StringBuilder call = new StringBuilder("esxcli ");
        call.append(xml ? "--formatter=xml " : "").append(String.join(" ", query.words()));
        for (Option option : query.options()) {
            append(call, option, option.argument().shown());
        }
        return call.toString();
    }

    private static String esxcli(EsxcliCommand command, Secrets secrets, List<String> hidden) throws DriverException {
        StringBuilder call = new StringBuilder("esxcli ").append(String.join(" ", command.words()));
        for (Option option : command.options()) {
            String value = clear(option.argument(), secrets);
            append(call, option, value);
            if (option.argument() instanceof Option.Secret) {
                hidden.add(value);
            }
        }
        return call.toString();
    }

    /** A host quotes what it refuses: its words without the secrets that were sent. */
    String withoutSecrets(String answer) {
        String clean = answer;
        for (String secret : secrets) {
            clean = clean.replace(secret, "***");
        }
        return clean;
    }

    /** The marker only. */
    @Override
    public String toString() {
        return "Script " + marker + " of " + calls;
    }

    private static void append(StringBuilder call, Option option, String value) {
        call.append(" --").append(option.name());
        if (!(option.argument() instanceof Option.Flag)) {
            call.append('=').append(Quote.word(value));
        }
    }

    private static void frame(StringBuilder text, String marker, int number, String call) {
        text.append("echo ").append(marker).append(" b ").append(number).append('\n');
        text.append(call).append(" </dev/null; r=$?; echo; echo ");
        text.append(marker).append(" e ").append(number).append(" $r\n");
    }

    private static String clear(Option.Argument argument, Secrets secrets) throws DriverException {
        return switch (argument) {
            case Option.Text t -> t.text();
            case Option.Flag f -> f.shown();
            case Option.Secret s -> {
                try (Secret secret = secrets.resolve(s.reference())) {
                    char[] chars = secret.reveal();
                    String text = new String(chars);
                    Arrays.fill(chars, '\0');
                    yield text;
                }
            }
        };
    }

    private static IllegalArgumentException ofApi(Call call) {
        return new IllegalArgumentException("a call of the API does not go over SSH: " + call.typed());
    }

    private static String freshMarker() {
        byte[] bytes = new byte[MARKER_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

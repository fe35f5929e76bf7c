package io.twinpath.cli.completion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Completion scripts: what a shell needs is a resource, into which the table of verbs is written in that shell's words. Verbs
 * and options come from the script itself; names of hosts and resources from {@code twinpath names}.
 */
public enum Script {
    BASH("bash") {
        @Override
        String table(VerbTable table) {
            return posix(table);
        }
    },
    ZSH("zsh") {
        @Override
        String table(VerbTable table) {
            return posix(table);
        }
    },
    FISH("fish") {
        @Override
        String table(VerbTable table) {
            return fish(table);
        }
    },
    POWERSHELL("ps1") {
        @Override
        String table(VerbTable table) {
            return powershell(table);
        }
    };

    private static final String MARK = "# TABLE\n";

    private final String ending;

    Script(String ending) {
        this.ending = ending;
    }

    public static Optional<Script> of(String shell) {
        return Arrays.stream(values()).filter(s -> s.word().equals(shell)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Script::word).toList();
    }

    abstract String table(VerbTable table);

    /** The script for these verbs. */
    public String text(VerbTable table) {
        String file = "/completion/twinpath." + ending;
        try (InputStream in = Script.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("not among the resources: " + file);
            }
            String frame = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return frame.replace(MARK, table(table));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two functions with a case for each verb and for each option with a value; bash and zsh read both. */
    private static String posix(VerbTable table) {
        StringBuilder verbs = new StringBuilder("_twinpath_verb() {\n    case $1 in\n");
        StringBuilder values = new StringBuilder("_twinpath_value() {\n    case $1 in\n");
        for (VerbTable.Row row : table.rows()) {
            verbs.append("    '").append(row.path()).append("')\n");
            verbs.append("        below='").append(names(row.verbs())).append("'\n");
            verbs.append("        flags='").append(options(row)).append("'\n");
            verbs.append("        argument='").append(row.argument().text()).append("' ;;\n");
            for (VerbTable.Option option : row.options()) {
                option.takes().ifPresent(takes -> {
                    String patterns = option.names().stream()
                            .map(n -> "'" + row.path() + " " + n + "'")
                            .collect(Collectors.joining(" | "));
                    values.append("    ")
                            .append(patterns)
                            .append(") value='")
                            .append(takes.text())
                            .append("' ;;\n");
                });
            }
        }
        verbs.append("    *) return 1 ;;\n    esac\n}\n\n");
        values.append("    *) return 1 ;;\n    esac\n}\n");
        return verbs.append(values).toString();
    }

    private static String fish(VerbTable table) {
        StringBuilder out = new StringBuilder("function __twinpath_verb\n    switch \"$argv[1]\"\n");
        StringBuilder values = new StringBuilder("function __twinpath_value\n    switch \"$argv[1]\"\n");
        for (VerbTable.Row row : table.rows()) {
            out.append("        case '").append(row.path()).append("'\n");
            row.verbs().forEach(v -> line(out, "below", v.name(), v.about()));
            for (VerbTable.Option option : row.options()) {
                option.names().forEach(n -> line(out, "option", n, option.about()));
                option.takes()
                        .ifPresent(takes -> option.names()
                                .forEach(n -> values.append("        case '")
                                        .append(row.path())
                                        .append(' ')
                                        .append(n)
                                        .append("'\n            echo '")
                                        .append(takes.text())
                                        .append("'\n")));
            }
            out.append("            echo 'argument\t")
                    .append(row.argument().text())
                    .append("'\n");
        }
        out.append("    end\nend\n\n");
        values.append("        case '*'\n            return 1\n    end\nend\n");
        return out.append(values).toString();
    }

    private static void line(StringBuilder out, String what, String name, String about) {
        String quoted = about.replace("\\", "\\\\").replace("'", "\\'");
        out.append("            echo '")
                .append(what)
                .append('\t')
                .append(name)
                .append('\t')
                .append(quoted)
                .append("'\n");
    }

    private static String powershell(VerbTable table) {
        StringBuilder verbs = new StringBuilder("$verbs = @{\n");
        StringBuilder values = new StringBuilder("$values = @{\n");
        for (VerbTable.Row row : table.rows()) {
            verbs.append("    '").append(row.path()).append("' = @{ below = '").append(names(row.verbs()));
            verbs.append("'; options = '").append(options(row)).append("'; argument = '");
            verbs.append(row.argument().text()).append("' }\n");
            for (VerbTable.Option option : row.options()) {
                option.takes()
                        .ifPresent(takes -> option.names()
                                .forEach(n -> values.append("    '")
                                        .append(row.path())
                                        .append(' ')
                                        .append(n)
                                        .append("' = '")
                                        .append(takes.text())
                                        .append("'\n")));
            }
        }
        return verbs + "}\n" + values + "}\n";
    }

    private static String names(List<VerbTable.Word> words) {
        return words.stream().map(VerbTable.Word::name).collect(Collectors.joining(" "));
    }

    private static String options(VerbTable.Row row) {
        return row.options().stream().flatMap(o -> o.names().stream()).collect(Collectors.joining(" "));
    }
}

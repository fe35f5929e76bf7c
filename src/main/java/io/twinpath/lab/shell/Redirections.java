package io.twinpath.lab.shell;

import java.util.List;
import java.util.Optional;

/** Opens what redirections name. */
final class Redirections {

    private final FileSystem files;
    private final Env env;
    private final Expander expander;
    private final Budget budget;

    Redirections(FileSystem files, Env env, Expander expander, Budget budget) {
        this.files = files;
        this.env = env;
        this.expander = expander;
        this.budget = budget;
    }

    /** The streams after all redirections, from left to right; empty, with the reason said, when one fails. */
    Optional<Streams> apply(List<Redirect> redirects, Streams streams) {
        Streams changed = streams;
        for (Redirect redirect : redirects) {
            String target = expander.text(redirect.target().word(), changed);
            try {
                changed = open(redirect, target, changed);
            } catch (FileException e) {
                streams.err().write(env.name + ": " + reason(redirect, target, e.trouble()) + "\n");
                return Optional.empty();
            }
        }
        return Optional.of(changed);
    }

    private Streams open(Redirect redirect, String target, Streams streams) throws FileException {
        return switch (redirect.kind()) {
            case READ -> streams.with(redirect.fd(), input(target, streams));
            case HERE -> streams.with(redirect.fd(), Input.of(target));
            case WRITE, APPEND -> streams.with(redirect.fd(), output(redirect.kind(), target, streams));
            case DUPLICATE -> duplicate(redirect.fd(), target, streams);
        };
    }

    private Input input(String target, Streams streams) throws FileException {
        return target.equals("/dev/stdin") ? streams.in() : Input.of(files.readOctets(env.path(target)));
    }

    private Output output(Redirect.Kind kind, String target, Streams streams) throws FileException {
        return switch (target) {
            case "/dev/null" -> new Output.Nowhere();
            case "/dev/stdout" -> streams.out();
            case "/dev/stderr" -> streams.err();
            default -> {
                files.writeOctets(env.path(target), "", kind == Redirect.Kind.APPEND);
                yield new Output.ToFile(files, env.path(target), budget);
            }
        };
    }

    private static Streams duplicate(int fd, String target, Streams streams) {
        if (target.equals("-")) {
            return streams.closed(fd);
        }
        if (target.length() != 1 || !Lexer.isDigit(target.charAt(0))) {
            throw new ShellError("syntax error: bad fd number", 2);
        }
        return streams.duplicate(fd, target.charAt(0) - '0')
                .orElseThrow(() -> new ShellError("dup2(" + target + "," + fd + "): Bad file descriptor", 2));
    }

    private static String reason(Redirect redirect, String target, FileTrouble trouble) {
        boolean missing = trouble == FileTrouble.NOT_FOUND;
        if (redirect.kind() == Redirect.Kind.READ) {
            return "can't open " + target + ": " + (missing ? "no such file" : trouble.words());
        }
        return "can't create " + target + ": " + (missing ? "nonexistent directory" : trouble.words());
    }
}

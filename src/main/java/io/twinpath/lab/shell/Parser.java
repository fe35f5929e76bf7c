package io.twinpath.lab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses a script, one complete command at a time: what is complete runs before what follows is read. */
final class Parser {

    /** Nesting beyond this is refused, so that the parser's own stack stays small. */
    static final int DEEPEST = 100;

    private static final Set<String> RESERVED = Set.of(
            "if", "then", "else", "elif", "fi", "do", "done", "case", "esac", "while", "until", "for", "{", "}", "!");
    private static final Set<String> CLOSING =
            Set.of("then", "else", "elif", "fi", "do", "done", "esac", "}", ")", ";;");

    private final Source source;
    private final Lexer lexer;
    private int depth;

    Parser(Source source) {
        this.source = source;
        this.lexer = new Lexer(source, this);
    }

    /** The next complete command; empty at the end of the script. */
    Optional<Node> next() throws SyntaxException {
        source.compact();
        while (isOperator("\n")) {
            lexer.next();
        }
        if (lexer.peek() instanceof Token.End) {
            return Optional.empty();
        }
        Node line = list(false);
        if (isOperator("\n")) {
            lexer.next();
        } else if (!(lexer.peek() instanceof Token.End)) {
            throw SyntaxException.unexpected(lexer.peek().shown());
        }
        return Optional.of(line);
    }

    /** The whole script as one command. */
    Node all() throws SyntaxException {
        Node body = list(true);
        if (!(lexer.peek() instanceof Token.End)) {
            throw SyntaxException.unexpected(lexer.peek().shown());
        }
        return body;
    }

    /** The inside of {@code $(…)}, with its closing parenthesis. */
    Node substitution() throws SyntaxException {
        enter();
        Node body = list(true);
        if (!isOperator(")")) {
            throw unexpected(")");
        }
        lexer.next();
        leave();
        return body;
    }

    Word hereDocument() throws SyntaxException {
        return lexer.hereDocument();
    }

    /** A parser for text inside this script, which nests as deep as this one does. */
    Parser within(String text) throws SyntaxException {
        Parser inner = new Parser(new Source(text));
        inner.depth = depth;
        inner.enter();
        return inner;
    }

    void enter() throws SyntaxException {
        if (++depth > DEEPEST) {
            throw new SyntaxException("nested deeper than " + DEEPEST);
        }
    }

    void leave() {
        depth--;
    }

    private Node list(boolean acrossLines) throws SyntaxException {
        List<Node.Item> items = new ArrayList<>();
        if (acrossLines) {
            newlines();
        }
        while (!ends()) {
            Node command = chain();
            boolean background = isOperator("&");
            boolean separated = background || isOperator(";") || (acrossLines && isOperator("\n"));
            items.add(new Node.Item(command, background));
            if (!separated) {
                break;
            }
            lexer.next();
            if (acrossLines) {
                newlines();
            } else if (isOperator("\n")) {
                break;
            }
        }
        return items.size() == 1 && !items.getFirst().background()
                ? items.getFirst().command()
                : new Node.Sequence(items);
    }

    private boolean ends() throws SyntaxException {
        return switch (lexer.peek()) {
            case Token.End ignored -> true;
            case Token.Operator operator -> CLOSING.contains(operator.sign());
            case Token.Text text ->
                text.word().plain().filter(CLOSING::contains).isPresent();
            case Token.Descriptor ignored -> false;
        };
    }

    private Node chain() throws SyntaxException {
        Node first = pipeline();
        List<Node.Link> links = new ArrayList<>();
        while (isOperator("&&") || isOperator("||")) {
            boolean and = isOperator("&&");
            lexer.next();
            newlines();
            links.add(new Node.Link(and, pipeline()));
        }
        return links.isEmpty() ? first : new Node.Chain(first, links);
    }

    private Node pipeline() throws SyntaxException {
        boolean not = isWord("!");
        if (not) {
            lexer.next();
        }
        List<Node> commands = new ArrayList<>(List.of(command()));
        while (isOperator("|")) {
            lexer.next();
            newlines();
            commands.add(command());
        }
        Node pipeline = commands.size() == 1 ? commands.getFirst() : new Node.Pipeline(commands);
        return not ? new Node.Not(pipeline) : pipeline;
    }

    private Node command() throws SyntaxException {
        enter();
        Optional<Node> compound = compound();
        Node node;
        if (compound.isPresent()) {
            List<Redirect> redirects = redirects();
            node = redirects.isEmpty() ? compound.get() : new Node.Redirected(compound.get(), redirects);
        } else {
            node = simple();
        }
        leave();
        return node;
    }

    private Optional<Node> compound() throws SyntaxException {
        if (isOperator("(")) {
            lexer.next();
            Node body = body(")");
            return Optional.of(new Node.Subshell(body));
        }
        Optional<String> plain = plain();
        if (plain.isEmpty() || !RESERVED.contains(plain.get())) {
            return Optional.empty();
        }
        Token token = lexer.next();
        return Optional.of(
                switch (plain.get()) {
                    case "{" -> body("}");
                    case "if" -> conditional();
                    case "while" -> loop(false);
                    case "until" -> loop(true);
                    case "for" -> each();
                    case "case" -> choice();
                    default -> throw SyntaxException.unexpected(token.shown());
                });
    }

    /** Commands, at least one, and the word that closes them. */
    private Node body(String closing) throws SyntaxException {
        Node body = filled();
        expect(closing);
        return body;
    }

    private Node filled() throws SyntaxException {
        Node body = list(true);
        if (body instanceof Node.Sequence sequence && sequence.items().isEmpty()) {
            throw SyntaxException.unexpected(lexer.peek().shown());
        }
        return body;
    }

    private Node conditional() throws SyntaxException {
        Node condition = filled();
        expect("then");
        Node then = filled();
        if (isWord("elif")) {
            lexer.next();
            enter();
            Node otherwise = conditional();
            leave();
            return new Node.If(condition, then, Optional.of(otherwise));
        }
        if (isWord("else")) {
            lexer.next();
            return new Node.If(condition, then, Optional.of(body("fi")));
        }
        expect("fi");
        return new Node.If(condition, then, Optional.empty());
    }

    private Node loop(boolean until) throws SyntaxException {
        Node condition = filled();
        expect("do");
        return new Node.While(until, condition, body("done"));
    }

    private Node each() throws SyntaxException {
        Token token = lexer.next();
        String name = token instanceof Token.Text text ? text.word().plain().orElse("") : "";
        if (!Lexer.isName(name)) {
            throw new SyntaxException("bad for loop variable");
        }
        newlines();
        Optional<List<Word>> words = Optional.empty();
        if (isWord("in")) {
            lexer.next();
            words = Optional.of(values());
        } else if (isOperator(";")) {
            lexer.next();
        }
        newlines();
        expect("do");
        return new Node.For(name, words, body("done"));
    }

    private List<Word> values() throws SyntaxException {
        List<Word> words = new ArrayList<>();
        while (lexer.peek() instanceof Token.Text text) {
            words.add(text.word());
            lexer.next();
        }
        if (!isOperator(";") && !isOperator("\n")) {
            throw SyntaxException.unexpected(lexer.peek().shown());
        }
        lexer.next();
        return words;
    }

    private Node choice() throws SyntaxException {
        Word subject = word();
        newlines();
        expect("in");
        newlines();
        List<Node.Branch> branches = new ArrayList<>();
        while (!isWord("esac")) {
            branches.add(branch());
            if (isOperator(";;")) {
                lexer.next();
                newlines();
            } else if (!isWord("esac")) {
                throw unexpected(";;");
            }
        }
        lexer.next();
        return new Node.Case(subject, branches);
    }

    private Node.Branch branch() throws SyntaxException {
        if (isOperator("(")) {
            lexer.next();
        }
        List<Word> patterns = new ArrayList<>(List.of(word()));
        while (isOperator("|")) {
            lexer.next();
            patterns.add(word());
        }
        expect(")");
        return new Node.Branch(patterns, list(true));
    }

    private Node simple() throws SyntaxException {
        List<Node.Assignment> assignments = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        List<Redirect> redirects = new ArrayList<>();
        while (true) {
            redirects.addAll(redirects());
            if (!(lexer.peek() instanceof Token.Text text)) {
                break;
            }
            lexer.next();
            Optional<Node.Assignment> assignment = words.isEmpty() ? assignment(text.word()) : Optional.empty();
            assignment.ifPresentOrElse(assignments::add, () -> words.add(text.word()));
            if (words.size() == 1 && assignments.isEmpty() && redirects.isEmpty() && isOperator("(")) {
                return function(text.word());
            }
        }
        if (assignments.isEmpty() && words.isEmpty() && redirects.isEmpty()) {
            throw SyntaxException.unexpected(lexer.peek().shown());
        }
        return new Node.Simple(assignments, words, redirects);
    }

    private Node function(Word name) throws SyntaxException {
        lexer.next();
        String plain = name.plain().orElse("");
        if (!isOperator(")")) {
            throw SyntaxException.unexpected(lexer.peek().shown());
        }
        lexer.next();
        if (!Lexer.isName(plain)) {
            throw new SyntaxException("bad function name");
        }
        newlines();
        return new Node.Function(plain, command());
    }

    private static Optional<Node.Assignment> assignment(Word word) {
        if (word.parts().isEmpty() || !(word.parts().getFirst() instanceof Word.Literal literal)) {
            return Optional.empty();
        }
        String text = literal.text();
        int equals = text.indexOf('=');
        if (equals < 1 || !Lexer.isName(text.substring(0, equals))) {
            return Optional.empty();
        }
        List<Word.Part> value = new ArrayList<>(word.parts());
        value.set(0, new Word.Literal(text.substring(equals + 1)));
        return Optional.of(new Node.Assignment(text.substring(0, equals), new Word(value)));
    }

    private List<Redirect> redirects() throws SyntaxException {
        List<Redirect> redirects = new ArrayList<>();
        while (true) {
            int fd = -1;
            if (lexer.peek() instanceof Token.Descriptor descriptor) {
                fd = descriptor.fd();
                lexer.next();
            }
            if (!(lexer.peek() instanceof Token.Operator operator)
                    || "<>".indexOf(operator.sign().charAt(0)) < 0) {
                return redirects;
            }
            lexer.next();
            String sign = operator.sign();
            redirects.add(redirect(fd >= 0 ? fd : sign.startsWith("<") ? 0 : 1, sign));
        }
    }

    private Redirect redirect(int fd, String sign) throws SyntaxException {
        Word word = word();
        Redirect.Here target = new Redirect.Here(word);
        Redirect.Kind kind = switch (sign) {
            case "<" -> Redirect.Kind.READ;
            case ">>" -> Redirect.Kind.APPEND;
            case ">&", "<&" -> Redirect.Kind.DUPLICATE;
            case "<<", "<<-" -> Redirect.Kind.HERE;
            default -> Redirect.Kind.WRITE;
        };
        if (kind == Redirect.Kind.HERE) {
            lexer.await(target, word, sign.equals("<<-"));
        }
        return new Redirect(fd, kind, target);
    }

    private Word word() throws SyntaxException {
        Token token = lexer.next();
        if (token instanceof Token.Text text) {
            return text.word();
        }
        throw SyntaxException.unexpected(token.shown());
    }

    private void newlines() throws SyntaxException {
        while (isOperator("\n")) {
            lexer.next();
        }
    }

    private void expect(String closing) throws SyntaxException {
        if (!isOperator(closing) && !isWord(closing)) {
            throw unexpected(closing);
        }
        lexer.next();
    }

    private SyntaxException unexpected(String expected) throws SyntaxException {
        return SyntaxException.unexpected(lexer.peek().shown() + " (expecting \"" + expected + "\")");
    }

    private boolean isOperator(String sign) throws SyntaxException {
        return lexer.peek() instanceof Token.Operator operator
                && operator.sign().equals(sign);
    }

    private boolean isWord(String reserved) throws SyntaxException {
        return plain().filter(reserved::equals).isPresent();
    }

    private Optional<String> plain() throws SyntaxException {
        return lexer.peek() instanceof Token.Text text ? text.word().plain() : Optional.empty();
    }
}

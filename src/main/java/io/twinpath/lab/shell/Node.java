package io.twinpath.lab.shell;

import java.util.List;
import java.util.Optional;

/** A parsed command. */
sealed interface Node {

    /** Commands one after the other. */
    record Sequence(List<Item> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** One command of a sequence; in the background when it was followed by {@code &}. */
    record Item(Node command, boolean background) {}

    /** A command and what follows it by {@code &&} and {@code ||}. */
    record Chain(Node first, List<Link> rest) implements Node {
        public Chain {
            rest = List.copyOf(rest);
        }
    }

    /** A later part of a chain, run after success ({@code and}) or after failure. */
    record Link(boolean and, Node command) {}

    record Not(Node command) implements Node {}

    record Pipeline(List<Node> commands) implements Node {
        public Pipeline {
            commands = List.copyOf(commands);
        }
    }

    record Simple(List<Assignment> assignments, List<Word> words, List<Redirect> redirects) implements Node {
        public Simple {
            assignments = List.copyOf(assignments);
            words = List.copyOf(words);
            redirects = List.copyOf(redirects);
        }
    }

    record Assignment(String name, Word value) {}

    record Subshell(Node body) implements Node {}

    /** A compound command with redirections behind it. */
    record Redirected(Node body, List<Redirect> redirects) implements Node {
        public Redirected {
            redirects = List.copyOf(redirects);
        }
    }

    record If(Node condition, Node then, Optional<Node> otherwise) implements Node {}

    /** {@code while}, or {@code until} when the condition is to fail. */
    record While(boolean until, Node condition, Node body) implements Node {}

    /** {@code for}; without words it runs over the positional parameters. */
    record For(String name, Optional<List<Word>> words, Node body) implements Node {}

    record Case(Word subject, List<Branch> branches) implements Node {
        public Case {
            branches = List.copyOf(branches);
        }
    }

    record Branch(List<Word> patterns, Node body) {
        public Branch {
            patterns = List.copyOf(patterns);
        }
    }

    record Function(String name, Node body) implements Node {}
}

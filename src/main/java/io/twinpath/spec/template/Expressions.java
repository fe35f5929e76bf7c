package io.twinpath.spec.template;

import com.hubspot.jinjava.el.ExtendedSyntaxBuilder;
import com.hubspot.jinjava.el.TruthyTypeConverter;
import com.hubspot.jinjava.el.ext.ExtendedParser;
import com.hubspot.jinjava.el.ext.ExtendedScanner;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Properties;
import jinjava.de.odysseus.el.ExpressionFactoryImpl;
import jinjava.de.odysseus.el.tree.Tree;
import jinjava.de.odysseus.el.tree.TreeBuilder;
import jinjava.de.odysseus.el.tree.impl.Builder;
import jinjava.de.odysseus.el.tree.impl.Parser;
import jinjava.de.odysseus.el.tree.impl.Scanner;
import jinjava.javax.el.ExpressionFactory;

/** Parses expressions as Jinjava does, without what its scanner costs at each start. */
final class Expressions {

    private Expressions() {}

    /** What evaluates expressions in the place of Jinjava's own. */
    static ExpressionFactory factory() {
        return new ExpressionFactoryImpl(new Properties(), new TruthyTypeConverter()) {
            @Override
            protected TreeBuilder createTreeBuilder(Properties properties, Builder.Feature... features) {
                return new Syntax(features);
            }
        };
    }

    /** What stands between the braces, by itself; throws what the parser throws. */
    static Tree tree(String expression, Builder.Feature... features) {
        return new Syntax(features).build("#{" + expression + "}");
    }

    private static final class Syntax extends ExtendedSyntaxBuilder {

        private static final long serialVersionUID = 1;

        Syntax(Builder.Feature... features) {
            super(features);
        }

        @Override
        protected Parser createParser(String expression) {
            return new Parsing(this, expression);
        }
    }

    private static final class Parsing extends ExtendedParser {

        Parsing(Builder context, String input) {
            super(context, input);
        }

        @Override
        protected Scanner createScanner(String expression) {
            return new Scanning(expression);
        }
    }

    /**
     * Jinjava's scanner sets two fields of the one below it by reflection, for which Java makes eight classes at each start (10 to
     * 15 ms). Handles of exact types need none.
     */
    private static final class Scanning extends ExtendedScanner {

        private static final VarHandle TOKEN = field("token", Token.class);
        private static final VarHandle POSITION = field("position", int.class);

        Scanning(String input) {
            super(input);
        }

        private static VarHandle field(String name, Class<?> type) {
            try {
                return MethodHandles.privateLookupIn(Scanner.class, MethodHandles.lookup())
                        .findVarHandle(Scanner.class, name, type);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("this Jinjava's scanner has no " + name, e);
            }
        }

        @Override
        protected void setToken(Token token) {
            TOKEN.set((Scanner) this, token);
        }

        @Override
        protected void incrPosition(int n) {
            POSITION.set((Scanner) this, getPosition() + n);
        }
    }
}

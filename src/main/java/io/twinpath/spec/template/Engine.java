package io.twinpath.spec.template;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.LegacyOverrides;
import com.hubspot.jinjava.interpret.AutoCloseableSupplier;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.interpret.UnknownTokenException;
import com.hubspot.jinjava.objects.date.FixedDateTimeProvider;
import com.hubspot.jinjava.random.RandomNumberGeneratorStrategy;
import com.hubspot.jinjava.tree.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jinjava.javax.el.ExpressionFactory;

/** The locked-down Jinjava. Parses each template once; one interpreter per scope. */
final class Engine {

    private static final int OUTPUT = 1 << 20;

    private final MissingKeys missing;
    private final Jinjava jinjava;
    private final JinjavaConfig config;
    private final TemplateParser parser;
    private final Map<String, ParsedTemplate> parsed = new HashMap<>();

    Engine(MissingKeys missing) {
        this.missing = missing;
        this.config = config();
        this.jinjava = new Jinjava(config) {
            private final ExpressionFactory factory = Expressions.factory();

            @Override
            public ExpressionFactory getExpressionFactory() {
                return factory;
            }
        };
        this.jinjava.setResourceLocator((name, charset, interpreter) -> {
            throw new com.hubspot.jinjava.loader.ResourceNotFoundException("templates read no files");
        });
        Context global = jinjava.getGlobalContext();
        TextFilters.all().forEach(global::registerFilter);
        CollectionFilters.all().forEach(global::registerFilter);
        AddressFilters.all().forEach(global::registerFilter);
        global.registerFunction(RangeFunction.definition());
        this.parser = new TemplateParser(jinjava, config);
    }

    private static JinjavaConfig config() {
        LegacyOverrides overrides = LegacyOverrides.newBuilder()
                .withEvaluateMapKeys(true)
                .withIterateOverMapKeys(true)
                .withUsePyishObjectMapper(true)
                .withUseNaturalOperatorPrecedence(true)
                .withParseWhitespaceControlStrictly(true)
                .withAllowAdjacentTextNodes(true)
                .withUseTrimmingForNotesAndExpressions(true)
                .withKeepNullableLoopValues(true)
                .withHandleBackslashInQuotesOnly(true)
                .build();
        return JinjavaConfig.newBuilder()
                .withLegacyOverrides(overrides)
                .withFailOnUnknownTokens(true)
                .withNestedInterpretationEnabled(false)
                .withEnableRecursiveMacroCalls(false)
                .withMaxRenderDepth(8)
                .withMaxOutputSize(OUTPUT)
                .withMaxStringLength(OUTPUT)
                .withMaxListSize(10_000)
                .withMaxMapSize(10_000)
                .withRangeLimit(10_000)
                .withEnableFilterChainOptimization(true)
                .withDateTimeProvider(new FixedDateTimeProvider(0L))
                .withRandomNumberGeneratorStrategy(RandomNumberGeneratorStrategy.CONSTANT_ZERO)
                .build();
    }

    /** The value of a text with templates; of its own type when the text is one expression and nothing else. */
    Object evaluate(String text, Scope scope) {
        ParsedTemplate template = parsed.get(text);
        if (template == null) {
            template = parser.parse(text);
            parsed.put(text, template);
        }
        template.fault().ifPresent(fault -> {
            throw fault;
        });
        requireVariables(template, scope);
        return run(template, interpreter(scope));
    }

    private static void requireVariables(ParsedTemplate template, Scope scope) {
        for (String name : template.variables()) {
            if (scope.hasFailed(name)) {
                throw TemplateFault.consequence();
            }
            if (!scope.values().containsKey(name)) {
                throw new TemplateFault(
                        name,
                        span -> new TemplateProblem.UnknownVariable(
                                span, name, scope.values().keySet()));
            }
        }
    }

    private JinjavaInterpreter interpreter(Scope scope) {
        if (scope.prepared instanceof JinjavaInterpreter ready) {
            return ready;
        }
        Context context = new Context(jinjava.getGlobalContext(), scope.values());
        JinjavaInterpreter made = new JinjavaInterpreter(jinjava, context, config);
        scope.prepared = made;
        return made;
    }

    private Object run(ParsedTemplate template, JinjavaInterpreter interpreter) {
        missing.drain();
        try (AutoCloseableSupplier.AutoCloseableImpl<JinjavaInterpreter> current =
                JinjavaInterpreter.closeablePushCurrent(interpreter).get()) {
            Object result = template.single().isPresent()
                    ? expression(template.single().orElseThrow(), current.value())
                    : pieces(template.root(), current.value());
            requireKeys(template);
            return result;
        } catch (UnknownTokenException unknown) {
            requireKeys(template);
            throw new TemplateFault("", TemplateProblem.NoValue::new);
        } catch (TemplateFault fault) {
            throw fault;
        } catch (RuntimeException | StackOverflowError failure) {
            throw failed(String.valueOf(failure.getMessage()), failure);
        } finally {
            forgetErrors(interpreter);
        }
    }

    private Object pieces(Node root, JinjavaInterpreter interpreter) {
        StringBuilder out = new StringBuilder();
        for (Node child : root.getChildren()) {
            switch (ParsedTemplate.kind(child)) {
                case EXPRESSION -> out.append(Values.text(expression(ParsedTemplate.expression(child), interpreter)));
                case TEXT, TAG -> {
                    out.append(child.render(interpreter).getValue());
                    requireNoErrors(interpreter);
                }
            }
            if (out.length() > OUTPUT) {
                throw new TemplateFault("", s -> new TemplateProblem.Unusable(s, "More than 1 MiB of text came out"));
            }
        }
        return out.toString();
    }

    private Object expression(String expression, JinjavaInterpreter interpreter) {
        Object value = interpreter.resolveELExpression(expression, 1);
        requireNoErrors(interpreter);
        if (value == null) {
            throw new TemplateFault("", TemplateProblem.NoValue::new);
        }
        return value;
    }

    private static void requireNoErrors(JinjavaInterpreter interpreter) {
        List<TemplateError> errors = interpreter.getErrorsCopy();
        if (!errors.isEmpty()) {
            TemplateError first = errors.getFirst();
            throw failed(first.getMessage(), first.getException());
        }
    }

    /** The interpreter is used again for the next template of its scope; the lists that it hands out are copies. */
    private static void forgetErrors(JinjavaInterpreter interpreter) {
        for (int left = interpreter.getErrorsCopy().size(); left > 0; left--) {
            interpreter.removeLastError();
        }
    }

    /** Keys asked for in vain, unless the template says what to take instead. */
    private void requireKeys(ParsedTemplate template) {
        for (MissingKeys.Missing m : missing.drain()) {
            if (!template.toleratesMissing(m.key())) {
                throw new TemplateFault(
                        m.key(), span -> new TemplateProblem.UnknownAttribute(span, m.key(), m.known()));
            }
        }
    }

    private static TemplateFault failed(String message, Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof FilterFault fault) {
                return new TemplateFault("", s -> new TemplateProblem.Failed(s, String.valueOf(fault.getMessage())));
            }
            if (t instanceof ArithmeticException) {
                return new TemplateFault("", TemplateProblem.Arithmetic::new);
            }
        }
        String says = FIRST_LINE.split(message, 2)[0];
        if (says.contains(ArithmeticException.class.getSimpleName())) { // it is told in words only
            return new TemplateFault("", TemplateProblem.Arithmetic::new);
        }
        return new TemplateFault("", s -> new TemplateProblem.Failed(s, says));
    }

    private static final Pattern FIRST_LINE = Pattern.compile("\\R");
}

package io.twinpath.lab.shell;

import java.util.List;
import java.util.function.LongSupplier;

/** Evaluates {@code $((…))} in 64-bit integers, with C's operators and precedence, assignments included. */
final class Calculation {

    private static final int DEEPEST = 60;

    /** Binary operators from the weakest to the strongest binding. */
    private static final List<List<String>> LEVELS = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("|"),
            List.of("^"),
            List.of("&"),
            List.of("==", "!="),
            List.of("<=", ">=", "<", ">"),
            List.of("<<", ">>"),
            List.of("+", "-"),
            List.of("*", "/", "%"));

    private static final List<String> ASSIGNMENTS =
            List.of("<<=", ">>=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "=");

    private final String text;
    private final Env env;
    private int at;
    private int depth;
    private int skipping;

    private Calculation(String text, Env env) {
        this.text = text;
        this.env = env;
    }

    static long of(String text, Env env) {
        Calculation calculation = new Calculation(text, env);
        calculation.blanks();
        if (calculation.at == text.length()) {
            return 0;
        }
        long value = calculation.expression();
        if (calculation.at < text.length()) {
            throw syntax();
        }
        return value;
    }

    private long expression() {
        if (++depth > DEEPEST) {
            throw new ShellError("arithmetic syntax error: nested too deep", 2);
        }
        long value = assignment();
        depth--;
        return value;
    }

    private long assignment() {
        int start = at;
        String name = name();
        if (!name.isEmpty()) {
            for (String sign : ASSIGNMENTS) {
                if (text.startsWith(sign, at) && !text.startsWith("==", at)) {
                    at += sign.length();
                    blanks();
                    return assign(name, sign.substring(0, sign.length() - 1), expression());
                }
            }
        }
        at = start;
        return conditional();
    }

    private long assign(String name, String operator, long right) {
        if (skipping > 0) {
            return 0;
        }
        long value = operator.isEmpty() ? right : apply(operator, variable(name), right);
        env.assign(name, Long.toString(value));
        return value;
    }

    private long conditional() {
        long condition = binary(0);
        if (!accept("?")) {
            return condition;
        }
        long then = skip(condition == 0, this::expression);
        if (!accept(":")) {
            throw syntax();
        }
        long otherwise = skip(condition != 0, this::expression);
        return condition != 0 ? then : otherwise;
    }

    private long skip(boolean skips, LongSupplier part) {
        skipping += skips ? 1 : 0;
        long value = part.getAsLong();
        skipping -= skips ? 1 : 0;
        return value;
    }

    private long binary(int level) {
        if (level == LEVELS.size()) {
            return unary();
        }
        long left = binary(level + 1);
        while (true) {
            String operator = operator(LEVELS.get(level));
            if (operator.isEmpty()) {
                return left;
            }
            boolean decided = (operator.equals("||") && left != 0) || (operator.equals("&&") && left == 0);
            long right = skip(decided, () -> binary(level + 1));
            left = skipping > 0 ? 0 : apply(operator, left, right);
        }
    }

    private String operator(List<String> operators) {
        for (String operator : operators) {
            if (text.startsWith(operator, at) && !isLonger(operator)) {
                at += operator.length();
                blanks();
                return operator;
            }
        }
        return "";
    }

    /** Whether the text has a longer operator here, as {@code <<} for {@code <}. */
    private boolean isLonger(String operator) {
        char next = at + operator.length() < text.length() ? text.charAt(at + operator.length()) : ' ';
        boolean doubled = operator.length() == 1 && "|&<>".contains(operator) && next == operator.charAt(0);
        return doubled || (next == '=' && !operator.endsWith("=") && !"<>".contains(operator));
    }

    private static long apply(String operator, long left, long right) {
        return switch (operator) {
            case "||" -> left != 0 || right != 0 ? 1 : 0;
            case "&&" -> left != 0 && right != 0 ? 1 : 0;
            case "|" -> left | right;
            case "^" -> left ^ right;
            case "&" -> left & right;
            case "==" -> left == right ? 1 : 0;
            case "!=" -> left != right ? 1 : 0;
            case "<=" -> left <= right ? 1 : 0;
            case ">=" -> left >= right ? 1 : 0;
            case "<" -> left < right ? 1 : 0;
            case ">" -> left > right ? 1 : 0;
            case "<<" -> left << right;
            case ">>" -> left >> right;
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / divisor(right);
            case "%" -> left % divisor(right);
            default -> throw syntax();
        };
    }

    private static long divisor(long value) {
        if (value == 0) {
            throw new ShellError("divide by zero", 2);
        }
        return value;
    }

    private long unary() {
        if (++depth > DEEPEST) {
            throw new ShellError("arithmetic syntax error: nested too deep", 2);
        }
        long value = operand();
        depth--;
        return value;
    }

    private long operand() {
        if (accept("!")) {
            return unary() == 0 ? 1 : 0;
        }
        if (accept("~")) {
            return ~unary();
        }
        if (accept("-")) {
            return -unary();
        }
        if (accept("+")) {
            return unary();
        }
        if (accept("(")) {
            long value = expression();
            if (!accept(")")) {
                throw syntax();
            }
            return value;
        }
        String name = name();
        return name.isEmpty() ? literal() : variable(name);
    }

    private long literal() {
        int start = at;
        while (at < text.length() && isPart(text.charAt(at), at == start + 1)) {
            at++;
        }
        long value = number(text.substring(start, at));
        blanks();
        return value;
    }

    private static boolean isPart(char c, boolean second) {
        return Character.digit(c, 16) >= 0 || (second && "xX".indexOf(c) >= 0);
    }

    private long variable(String name) {
        String value = env.value(name).orElse("").strip();
        boolean negative = value.startsWith("-");
        long number = value.isEmpty() ? 0 : number(negative ? value.substring(1) : value);
        return negative ? -number : number;
    }

    /** Decimal, {@code 0x…} or {@code 0…} for octal. */
    private static long number(String digits) {
        try {
            if (digits.startsWith("0x") || digits.startsWith("0X")) {
                return Long.parseUnsignedLong(digits.substring(2), 16);
            }
            boolean octal = digits.length() > 1 && digits.startsWith("0");
            return Long.parseLong(digits, octal ? 8 : 10);
        } catch (NumberFormatException e) {
            throw syntax();
        }
    }

    private String name() {
        int start = at;
        if (at < text.length() && Lexer.isNameStart(text.charAt(at))) {
            while (at < text.length() && (Lexer.isNameStart(text.charAt(at)) || Lexer.isDigit(text.charAt(at)))) {
                at++;
            }
        }
        String name = text.substring(start, at);
        blanks();
        return name;
    }

    private boolean accept(String sign) {
        if (!text.startsWith(sign, at)) {
            return false;
        }
        at += sign.length();
        blanks();
        return true;
    }

    private void blanks() {
        while (at < text.length() && " \t\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private static ShellError syntax() {
        return new ShellError("arithmetic syntax error", 2);
    }
}

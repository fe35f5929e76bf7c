package io.twinpath.kind;

import io.twinpath.diag.Diagnostics;
import io.twinpath.driver.Option;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * esxcli's words for {@link Shaping}, which virtual switches and port groups share. The fields are {@code Enabled}, {@code
 * Average Bandwidth}, {@code Peak Bandwidth}, {@code Burst Size}, and last on a port group whether it overrides the switch; that
 * order and the options of {@code set} are told by public scripts, the words of the last field by none, so that it is found by
 * its beginning.
 */
public final class ShapingWords {

    private static final String OVERRIDES = Row.normal("Override Vswitch");
    private static final Pattern RATE = Pattern.compile("(-?[0-9]{1,18})( [A-Za-z]+)?");
    private static final FieldPath SHAPING = FieldPath.of("shaping");

    private ShapingWords() {}

    /** The rules of a policy, wherever it stands. */
    public static void check(Resource<?> resource, Shaping shaping, Diagnostics into) {
        boolean all = shaping.average().isPresent()
                && shaping.peak().isPresent()
                && shaping.burst().isPresent();
        boolean none = shaping.average().isEmpty()
                && shaping.peak().isEmpty()
                && shaping.burst().isEmpty();
        if (shaping.enabled().isEmpty() || (shaping.enabled().orElseThrow() ? !all : !none)) {
            into.add(
                    KindProblem.needsAnother(
                            resource,
                            SHAPING,
                            "Shaping is either \"enabled: true\" with \"average\", \"peak\" and \"burst\", or \"enabled: false\"."));
        } else if (all && shaping.peak().orElseThrow() < shaping.average().orElseThrow()) {
            into.add(KindProblem.contradiction(
                    resource, SHAPING.then("peak"), "The peak cannot be less than the average."));
        }
    }

    /** The policy of a virtual switch: all of it is its own. */
    public static Shaping ofSwitch(Row row) throws UnreadableException {
        Optional<Boolean> enabled = row.flag("Enabled");
        if (!enabled.equals(Optional.of(true))) {
            return new Shaping(enabled, Optional.empty(), Optional.empty(), Optional.empty());
        }
        return new Shaping(
                enabled, rate(row, "Average Bandwidth"), rate(row, "Peak Bandwidth"), rate(row, "Burst Size"));
    }

    /** The policy of a port group: only what overrides the virtual switch, which it does as a whole. */
    public static Shaping ofPortGroup(Row row) throws UnreadableException {
        for (String field : row.cells().keySet()) {
            if (field.startsWith(OVERRIDES) && row.flag(field).orElse(false)) {
                return ofSwitch(row);
            }
        }
        return Shaping.unspecified();
    }

    /** Both text and xml may write the unit behind the number. */
    private static Optional<Long> rate(Row row, String field) throws UnreadableException {
        Optional<String> text = row.text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = RATE.matcher(text.orElseThrow());
        if (!matcher.matches()) {
            throw new UnreadableException(row.source() + ": the field \"" + field + "\" should be a number and is \""
                    + text.orElseThrow() + "\".");
        }
        return Optional.of(Long.parseLong(matcher.group(1)));
    }

    /** The options that turn one policy into another; none when there is nothing to do. */
    public static List<Option> options(Shaping before, Shaping after) {
        List<Option> options = new ArrayList<>();
        if (after.enabled().isPresent() && !before.equals(after)) {
            options.add(Option.of("enabled", after.enabled().orElseThrow()));
            if (after.enabled().orElseThrow()) {
                after.average().ifPresent(a -> options.add(Option.of("avg-bandwidth", a)));
                after.peak().ifPresent(p -> options.add(Option.of("peak-bandwidth", p)));
                after.burst().ifPresent(b -> options.add(Option.of("burst-size", b)));
            }
        }
        return options;
    }

    /** Whether {@code after} no longer has a policy of its own and {@code before} has. */
    public static boolean drops(Shaping before, Shaping after) {
        return before.enabled().isPresent() && after.enabled().isEmpty();
    }
}

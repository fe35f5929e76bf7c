package io.twinpath.kind.advanced;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Placement;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Resource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Advanced settings. */
public final class AdvancedKind implements Kind<AdvancedOption> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z0-9_-]+)+");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

    @Override
    public String name() {
        return "advanced";
    }

    @Override
    public String title() {
        return "an advanced setting";
    }

    @Override
    public Class<AdvancedOption> type() {
        return AdvancedOption.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostBare("advanced", "value");
    }

    @Override
    public void check(Resource<AdvancedOption> resource, Diagnostics into) {
        String name = resource.address().name();
        if (!NAME.matcher(name).matches()) {
            into.add(KindProblem.malformed(
                    resource, FieldPath.ROOT, name, "an advanced setting's name, such as Misc.APDTimeout"));
        }
    }

    /** The host says which values it takes. */
    @Override
    public Optional<Obstacle> obstacle(Resource<AdvancedOption> resource, Observed<AdvancedOption> observed) {
        String name = resource.address().name();
        return switch (observed) {
            case Observed.Absent<AdvancedOption> a ->
                resource.desired()
                        .map(d -> new Obstacle.Unsupported("This host has no advanced setting " + name + "."));
            case Observed.Present<AdvancedOption> p ->
                resource.desired()
                        .flatMap(d -> refusal(d.value(), p.value()))
                        .map(why -> new Obstacle.Unsupported(name + " " + why));
            case Observed.Unreadable<AdvancedOption> u -> Optional.empty();
        };
    }

    private static Optional<String> refusal(String wanted, AdvancedOption found) {
        if (!found.type().equals(Optional.of(AdvancedOption.Type.INTEGER))) {
            return Optional.empty();
        }
        if (!NUMBER.matcher(wanted).matches()) {
            return Optional.of("is a whole number on this host, and \"" + wanted + "\" is none.");
        }
        long number = Long.parseLong(wanted);
        boolean small = found.min().isPresent() && number < found.min().orElseThrow();
        boolean large = found.max().isPresent() && number > found.max().orElseThrow();
        return small || large
                ? Optional.of("takes " + found.min().orElse(number) + " to "
                        + found.max().orElse(number) + " on this host, not " + number + ".")
                : Optional.empty();
    }

    @Override
    public List<Binding<AdvancedOption>> bindings() {
        return List.of(new AdvancedSsh(), new AdvancedApi());
    }
}

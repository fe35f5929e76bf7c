package io.twinpath.kind.vib;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Placement;
import io.twinpath.model.Change;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Resource;
import io.twinpath.model.RiskClass;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Software packages. */
public final class VibKind implements Kind<Vib> {

    static final String KIND = "vib";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,99}");

    /** No blanks and quotes, and no user with a password before a server. */
    private static final Pattern SOURCE = Pattern.compile("(/|https?://|file:/)[\\x21-\\x7e&&[^\"'@\\\\]]{1,500}");

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String title() {
        return "a software package";
    }

    @Override
    public Class<Vib> type() {
        return Vib.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostNamed("vibs");
    }

    @Override
    public void check(Resource<Vib> resource, Diagnostics into) {
        String name = resource.address().name();
        if (!NAME.matcher(name).matches()) {
            into.add(KindProblem.malformed(resource, FieldPath.ROOT, name, "a package's name, such as qfle3"));
        }
        resource.desired().ifPresent(vib -> {
            vib.version()
                    .filter(v -> VersionRange.parse(v).isEmpty())
                    .ifPresent(v -> into.add(KindProblem.malformed(
                            resource, FieldPath.of("version"), v, "a version, such as 1.0.50.11 or \">=1.0.50, <2\"")));
            vib.installFrom()
                    .filter(s -> !SOURCE.matcher(s).matches())
                    .ifPresent(s -> into.add(KindProblem.malformed(
                            resource,
                            FieldPath.of("install_from"),
                            s,
                            "an absolute path or a URL without a password")));
        });
    }

    @Override
    public RiskClass risk(Change<Vib> change) {
        return RiskClass.HOST;
    }

    /** Nothing is installed by itself: without a source a person has to do it. */
    @Override
    public Optional<Obstacle> obstacle(Resource<Vib> resource, Observed<Vib> observed) {
        Optional<Vib> wanted = resource.desired().filter(w -> w.installFrom().isEmpty());
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        String name = resource.address().name();
        return switch (observed) {
            case Observed.Absent<Vib> a -> Optional.of(byHand("The package " + name + " is not installed"));
            case Observed.Present<Vib> p ->
                fits(wanted.orElseThrow(), p.value())
                        ? Optional.empty()
                        : Optional.of(byHand("The package " + name + " has version "
                                + p.value().version().orElse("unknown") + ", and "
                                + wanted.flatMap(Vib::version).orElse("another") + " is wanted"));
            case Observed.Unreadable<Vib> u -> Optional.empty();
        };
    }

    private static Obstacle byHand(String what) {
        return new Obstacle.HandsOn(
                what + ". Install it, or say with \"install_from\" from where it may be installed.");
    }

    private static boolean fits(Vib wanted, Vib found) {
        return wanted.version()
                .flatMap(VersionRange::parse)
                .map(range -> found.version().filter(range::holds).isPresent())
                .orElse(true);
    }

    /** A version that fits is the wanted one. */
    @Override
    public Vib settle(Vib desired, Vib observed) {
        boolean fitting = desired.version().isPresent() && fits(desired, observed);
        return new Vib(
                fitting ? observed.version() : desired.version(),
                desired.installFrom(),
                desired.vendor(),
                desired.acceptanceLevel(),
                desired.running());
    }

    @Override
    public List<String> notes(Change<Vib> change) {
        String restart = "Often the host has to be restarted before it counts; Twinpath restarts no host.";
        return switch (change) {
            case Change.Create<Vib> c -> List.of(restart);
            case Change.Update<Vib> c -> List.of(restart);
            case Change.Replace<Vib> c -> List.of(restart);
            case Change.Delete<Vib> c -> List.of(restart);
            case Change.Keep<Vib> c -> List.of();
            case Change.Blocked<Vib> c -> List.of();
        };
    }

    @Override
    public List<Binding<Vib>> bindings() {
        return List.of(new VibSsh(), new VibApi());
    }
}

package io.twinpath.kind;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Diagnostics;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Delta;
import io.twinpath.model.Desired;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Resource;
import io.twinpath.model.RiskClass;
import io.twinpath.model.Transport;
import io.twinpath.model.Way;
import io.twinpath.model.shape.Shape;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One kind of resource: everything Twinpath knows of it that is not specific to one resource. Stateless and pure.
 *
 * @param <D> the record that describes one resource of this kind, wanted or found
 */
public interface Kind<D extends Record & Desired> {

    /** The word in addresses: {@code port_group}. */
    String name();

    /** In the author's words, with article: "a port group". */
    String title();

    Class<D> type();

    /** Where in a spec resources of this kind are written. */
    Placement placement();

    /** What NAME stands for where that needs saying, for the kind's page; empty for a name of the author's choice. */
    default String naming() {
        return "";
    }

    /** Whether {@code state: absent} has a meaning: what a host has once is not removed, at most brought back to how it comes. */
    default boolean removable() {
        return placement().form() != Placement.Form.SINGLE;
    }

    /** Whether it is applied to live systems, or only tells something about the site. */
    default Role role() {
        return Role.MANAGED;
    }

    default Shape<D> shape() {
        return Shape.of(type());
    }

    /** Reads what {@link #check} will need and what takes a while; called beside other work, and nothing depends on it. */
    default void foresee() {}

    /** Rules that one resource must keep beyond the types of its fields. */
    default void check(Resource<D> resource, Diagnostics into) {}

    /** What must exist before it, beside the cards whose ports it names (those are added for every kind). */
    default Set<Address> requires(Address self, D value) {
        return Set.of();
    }

    /** What does as well as something that is needed, such as a port group of another sort of switch. */
    default Optional<Address> alternative(Address needed) {
        return Optional.empty();
    }

    /** What it names and does not stand on: parts of the site that must be declared, in whatever order. */
    default List<Mention> mentions(D value) {
        return List.of();
    }

    /**
     * The kinds of which resources can be among {@link #requires}: before something is deleted that no spec declares, all
     * that may stand on it is looked at.
     */
    default Set<String> standsOn() {
        return Set.of();
    }

    /**
     * Things that only one resource of a host can have at a time, such as {@code uplink vmnic4}. Two wanted resources with
     * the same claim are an error of the spec; in a plan whoever gives a claim up goes before whoever takes it.
     */
    default Set<String> claims(D value) {
        return Set.of();
    }

    /**
     * The ports of a piece of hardware by the host's names, in the order of PCI functions: what {@code storage_a/0} and
     * its like mean. Empty for whatever is not a card.
     */
    default List<String> ports(D observed) {
        return List.of();
    }

    /** The host that a port is in which a record names: the resource's own, unless the place of the port says another. */
    default Optional<String> hostOf(Address self, FieldPath port) {
        return self.host();
    }

    /**
     * By which a host knows it, where a spec is free to call it otherwise: the PCI address of a card, the name of a port. Two
     * resources of a kind with the same identity are one. Empty where the name in the address is the host's own.
     */
    default Optional<String> identity(D observed) {
        return Optional.empty();
    }

    /**
     * Whether its values are those of a freshly installed host, so that nothing is lost when no spec declares it: a port that
     * negotiates its link, a setting at its default. Neither drift nor import speaks of such a resource by itself.
     */
    default boolean asInstalled(D observed) {
        return false;
    }

    /**
     * Whether a change takes something away that those who stand on this resource may still use, such as a lower MTU.
     * Then their own changes go first; otherwise this one does.
     */
    default boolean narrows(D observed, D target) {
        return false;
    }

    /** How much a change can break. */
    default RiskClass risk(Change<D> change) {
        return change instanceof Change.Create<D> ? RiskClass.HARMLESS : RiskClass.HOST;
    }

    /**
     * The wanted record in terms of what the host has: selectors expanded, names in the host's spelling. Called with
     * resolved port references, before comparing.
     */
    default D settle(D desired, D observed) {
        return desired;
    }

    /** What was found as an author would write it, such as a negotiated link without the speed that came of it. */
    default D written(D observed) {
        return observed;
    }

    /** What differs where the spec manages something. */
    default List<Delta> compare(D desired, D observed) {
        return shape().compare(desired, observed);
    }

    /** An observation of a resource of this kind. Of another kind's it is a bug. */
    default Observed<D> typed(Observed<?> observed) {
        return switch (observed) {
            case Observed.Present<?> present -> new Observed.Present<>(type().cast(present.value()));
            case Observed.Absent<?> absent -> new Observed.Absent<>();
            case Observed.Unreadable<?> unreadable -> new Observed.Unreadable<>(unreadable.reason());
        };
    }

    /** A reason why no command can bring this about now, such as another card in the slot. */
    default Optional<Obstacle> obstacle(Resource<D> resource, Observed<D> observed) {
        return Optional.empty();
    }

    /**
     * The same of what belongs to no host, when it is known on which hosts something changes before: what that may put right
     * is no reason.
     */
    default Optional<Obstacle> obstacle(Resource<D> resource, Observed<D> observed, Set<String> changing) {
        return obstacle(resource, observed);
    }

    /**
     * What people must know of a change that can be made: that it takes effect at the next start, or needs something of
     * them. Full sentences; a plan shows them with the step.
     */
    default List<String> notes(Change<D> change) {
        return List.of();
    }

    /**
     * What is worth a warning about what was found, though no change follows from it: a certificate that ends soon. Warnings
     * only; they block nothing.
     *
     * @param seen when it was found, which is the only clock there is here
     */
    default List<Diagnostic> findings(Resource<D> resource, D observed, Instant seen) {
        return List.of();
    }

    /**
     * Where it is read and changed: its host, or vCenter for what belongs to none; empty when the site has no such place.
     *
     * @param vcenter whether the site has a vCenter
     */
    default Optional<String> place(Address self, Optional<D> wanted, boolean vcenter) {
        return self.host().or(() -> vcenter ? Optional.of(Way.VCENTER) : Optional.empty());
    }

    /** How it is read and changed: at most one binding a transport; empty when nothing can be applied yet. */
    List<Binding<D>> bindings();

    /** The words over one transport, when there are any. */
    default Optional<Binding<D>> binding(Transport transport) {
        return bindings().stream().filter(b -> b.transport() == transport).findFirst();
    }

    /** What Twinpath does with a kind. */
    enum Role {
        /** Compared with the live site and applied. */
        MANAGED,
        /** Declared so that others can refer to it and reason about it: wiring, arrays, probes. */
        DECLARED,
        /** Applied, and in no spec: it follows from what the spec says of others. */
        DERIVED,
        /** Only read, when somebody asks for it by address: in no spec, and never compared, imported or listed. */
        OBSERVED
    }
}

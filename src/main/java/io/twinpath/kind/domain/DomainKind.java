package io.twinpath.kind.domain;

import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Mention;
import io.twinpath.kind.Placement;
import java.util.List;

/** Racks and power feeds. */
public final class DomainKind implements Kind<Domain> {

    @Override
    public String name() {
        return "domain";
    }

    @Override
    public String title() {
        return "a failure domain";
    }

    @Override
    public Class<Domain> type() {
        return Domain.class;
    }

    @Override
    public Placement placement() {
        return Placement.site("domains");
    }

    @Override
    public Role role() {
        return Role.DECLARED;
    }

    @Override
    public List<Mention> mentions(Domain value) {
        return value.members().stream()
                .map(member -> Mention.of(member, Mention.HOST, "switch", "array"))
                .toList();
    }

    @Override
    public List<Binding<Domain>> bindings() {
        return List.of();
    }
}

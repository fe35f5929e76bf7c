package io.twinpath.kind.advanced;

import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import java.util.List;

/** Advanced settings. */
public final class AdvancedKind implements Kind<AdvancedOption> {

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
    public List<Binding<AdvancedOption>> bindings() {
        return List.of();
    }
}

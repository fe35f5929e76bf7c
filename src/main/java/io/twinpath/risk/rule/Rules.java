package io.twinpath.risk.rule;

import io.twinpath.risk.Rule;
import java.util.List;

/** All rules that are asked unless somebody asks for fewer. A new one adds its line here. */
public final class Rules {

    private static final List<Rule> STANDARD = List.of(new SinglePoint(), new ExpiredWaiver());

    private Rules() {}

    /** In the order of their codes. */
    public static List<Rule> standard() {
        return STANDARD;
    }
}

package io.twinpath.risk;

import io.twinpath.rig.Effects;
import io.twinpath.rig.Failing;
import io.twinpath.rig.part.Component;
import java.util.Set;
import java.util.SortedSet;

/** What failures do to a site: the one question that is put to the rig. Pure, and safe for several threads. */
public interface Failures {

    /** As the rig works them out. */
    static Failures of(Failing failing) {
        return new Failures() {
            @Override
            public Effects effects(Set<Component> failed) {
                return failing.effects(failed);
            }

            @Override
            public SortedSet<Component> components() {
                return failing.components();
            }

            @Override
            public Effects baseline() {
                return failing.baseline();
            }
        };
    }

    /** What these failures change, all at once. */
    Effects effects(Set<Component> failed);

    /** Everything that can fail. */
    SortedSet<Component> components();

    /** What is broken already. */
    Effects baseline();
}

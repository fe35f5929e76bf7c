package io.twinpath.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.model.Address;
import io.twinpath.model.Catalogue;
import io.twinpath.model.Delta;
import io.twinpath.model.Desired;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds for every kind, whatever it manages. */
class KindContractTest {

    private static final Kinds KINDS = Kinds.standard(new Catalogue(new TreeMap<>()));

    @TestFactory
    Stream<DynamicTest> aRecordDoesNotDifferFromItself() {
        return each(KindContractTest::same);
    }

    @TestFactory
    Stream<DynamicTest> everyComponentIsCompared() {
        return each(KindContractTest::noticed);
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotManagedIsLeftAlone() {
        return each(KindContractTest::leftAlone);
    }

    @TestFactory
    Stream<DynamicTest> everyFieldOfASpecIsExplained() {
        return each(kind -> assertThat(kind.shape().fields())
                .filteredOn(f -> !f.foundOnly())
                .allSatisfy(f -> assertThat(f.doc()).as(f.name()).endsWith(".").doesNotContain("TODO")));
    }

    /** So that nothing is deleted from under what was not looked at. */
    @TestFactory
    Stream<DynamicTest> whatItCanStandOnIsSaid() {
        return each(KindContractTest::ground);
    }

    private static <D extends Record & Desired> void ground(Kind<D> kind) {
        if (kind.bindings().isEmpty()) {
            return;
        }
        assertThat(kind.requires(Address.onHost(kind.name(), "a", "vmk1"), Samples.full(kind.type(), 1)))
                .extracting(Address::kind)
                .allMatch(kind.standsOn()::contains);
    }

    private interface Law {
        void hold(Kind<?> kind);
    }

    private static Stream<DynamicTest> each(Law law) {
        return KINDS.byName().values().stream().map(k -> DynamicTest.dynamicTest(k.name(), () -> law.hold(k)));
    }

    private static <D extends Record & Desired> void same(Kind<D> kind) {
        D full = Samples.full(kind.type(), 1);
        assertThat(kind.compare(full, full)).isEmpty();
    }

    private static <D extends Record & Desired> void noticed(Kind<D> kind) {
        D full = Samples.full(kind.type(), 1);
        for (Samples.Mutation mutation : Samples.mutations(full)) {
            List<Delta> deltas = kind.compare(kind.type().cast(mutation.record()), full);
            if (mutation.compared()) {
                assertThat(deltas).as(mutation.path()).hasSize(1);
                assertThat(deltas.get(0).path()).hasToString(mutation.path());
            } else {
                assertThat(deltas).as(mutation.path()).isEmpty();
            }
        }
    }

    private static <D extends Record & Desired> void leftAlone(Kind<D> kind) {
        D full = Samples.full(kind.type(), 1);
        for (Samples.Mutation mutation : Samples.emptied(full)) {
            assertThat(kind.compare(kind.type().cast(mutation.record()), full))
                    .as(mutation.path())
                    .isEmpty();
        }
    }
}

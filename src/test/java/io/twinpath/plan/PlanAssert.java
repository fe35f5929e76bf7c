package io.twinpath.plan;

import io.twinpath.model.Address;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** What a plan promises, in the words of the domain. */
final class PlanAssert extends AbstractAssert<PlanAssert, Plan> {

    private PlanAssert(Plan plan) {
        super(plan, PlanAssert.class);
    }

    static PlanAssert assertThat(Plan plan) {
        return new PlanAssert(plan);
    }

    /** Continue with {@code before}. */
    Order orders(Address first) {
        return new Order(first);
    }

    PlanAssert changes(Address... addresses) {
        Assertions.assertThat(steps()).containsExactlyInAnyOrder(addresses);
        return this;
    }

    PlanAssert blocks(Address address, String... words) {
        List<String> texts = actual.blocked().stream()
                .filter(b -> b.address().equals(address))
                .flatMap(b -> b.obstacles().stream())
                .map(o -> o.text())
                .toList();
        Assertions.assertThat(texts).as("what is in the way of " + address).isNotEmpty();
        Assertions.assertThat(String.join(" ", texts)).contains(words);
        return this;
    }

    private List<Address> steps() {
        return actual.steps().stream().map(Step::address).toList();
    }

    final class Order {
        private final Address first;

        private Order(Address first) {
            this.first = first;
        }

        PlanAssert before(Address second) {
            Assertions.assertThat(steps()).contains(first, second);
            Assertions.assertThat(steps().indexOf(first))
                    .as(first + " before " + second)
                    .isLessThan(steps().indexOf(second));
            Step later = actual.steps().get(steps().indexOf(second));
            Step earlier = actual.steps().get(steps().indexOf(first));
            Assertions.assertThat(later.after()).contains(earlier.id());
            return PlanAssert.this;
        }
    }
}

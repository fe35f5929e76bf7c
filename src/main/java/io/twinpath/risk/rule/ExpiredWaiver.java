package io.twinpath.risk.rule;

import io.twinpath.kind.policy.Policy;
import io.twinpath.risk.Finding;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.Rule;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Severity;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** A risk was accepted until a day that is over, so it counts again. Days end in UTC. */
public final class ExpiredWaiver implements Rule {

    @Override
    public String code() {
        return "RSK0401";
    }

    @Override
    public String summary() {
        return "Acceptance has ended";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        LocalDate today = LocalDate.ofInstant(scene.now(), ZoneOffset.UTC);
        return scene.all(Policy.class).entrySet().stream()
                .filter(entry -> entry.getValue().accept().isPresent())
                .filter(entry -> entry.getValue().until().filter(today::isAfter).isPresent())
                .map(entry -> {
                    Policy policy = entry.getValue();
                    String address = entry.getKey().toString();
                    String title = policy.accept().orElseThrow() + " was accepted until "
                            + policy.until().orElseThrow() + " by the policy "
                            + entry.getKey().name() + ", and counts again.";
                    return Finding.of(code(), Severity.MEDIUM, title, address)
                            .on(policy.hosts())
                            .at(scene.place(entry.getKey(), "until"))
                            .remedy(Remedy.of("Mend the risk and take the policy out, or decide anew on a later day."));
                })
                .toList();
    }
}

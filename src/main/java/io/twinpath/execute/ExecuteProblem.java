package io.twinpath.execute;

import io.twinpath.diag.Diagnostic;
import io.twinpath.driver.Command;
import io.twinpath.driver.Reply;
import io.twinpath.model.Address;
import io.twinpath.model.HostFact;
import io.twinpath.plan.Plan;
import io.twinpath.plan.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything that this stage says to people. */
final class ExecuteProblem {

    static final String NOTHING_SENT = "The plan is stale; nothing was sent to any host.";
    static final String HOST_LEFT = "Its host is left alone after what happened before.";

    /** How many of the resources that a sentence is about are named. */
    private static final int NAMED = 5;

    private static final String AGAIN = "Make the plan again and look at it: \"twinpath plan\".";

    private ExecuteProblem() {}

    // Why a plan is stale.

    static String tooOld(Duration age, Duration most) {
        return "It was made " + age.toHours() + " hours ago; plans are applied for " + most.toHours() + " hours.";
    }

    static String fromTheFuture() {
        return "It was made later than this machine's clock says it is now.";
    }

    static String otherTool(String theirs, String ours) {
        return "It was made by Twinpath " + theirs + "; this is " + ours + ".";
    }

    static String otherHost(String host, HostFact planned, HostFact found) {
        return host + " is not the host that the plan was made for: it was " + named(planned) + " and is "
                + named(found) + ".";
    }

    static String nobodyKnown(String host) {
        return host
                + " does not tell its hardware identity (system uuid get), so that nothing shows that it is the host"
                + " that the plan was made for.";
    }

    static String changed(List<Address> all) {
        return some(all) + (all.size() == 1 ? " is not as it was" : " are not as they were")
                + " when the plan was made.";
    }

    static String gone(List<Address> all) {
        return some(all)
                + (all.size() == 1
                        ? " was there when the plan was made and is not now."
                        : " were there when the plan was made and are not now.");
    }

    static String unreadable(List<Address> all, String reason) {
        return some(all) + " could not be read again: " + reason;
    }

    private static String some(List<Address> all) {
        String names = all.stream().limit(NAMED).map(Address::toString).collect(Collectors.joining(", "));
        return all.size() <= NAMED ? names : names + " and " + (all.size() - NAMED) + " more";
    }

    // How steps end.

    static String needs(String id) {
        return "It needs step " + id + ", which is not done.";
    }

    static String refused(Command command, Reply reply) {
        return "The host answered \"" + reply.body().strip() + "\" (exit " + reply.exit() + ") to: " + command + ".";
    }

    static String refusedButInEffect(Command command, Reply reply) {
        return refused(command, reply) + " It was read back all the same and is in effect.";
    }

    static String lostButInEffect(String reason) {
        return "The connection was lost (" + reason + "), but what was wanted was read back over a new one.";
    }

    static String acceptedButNot(String found) {
        return "The host accepted every command, but what was read back is not what was wanted: " + found;
    }

    static String inDoubt(Command command, String reason, String after) {
        return "The connection was lost after this was sent: " + command + ". " + reason + " " + after;
    }

    static String inDoubtReading(String reason, String after) {
        return "Everything was sent, but it could not be read back. " + reason
                + (after.equals(reason) ? "" : " " + after);
    }

    // Diagnostics.

    static Diagnostic stale(Plan plan, List<String> reasons) {
        return Diagnostic.error("EXE0102", "Stale plan", String.join(" ", reasons) + " Nothing was sent to any host.")
                .about("plan " + plan.stamp().id())
                .hint(AGAIN);
    }

    /** Empty for what needs no explanation: done, skipped, cancelled. */
    static Optional<Diagnostic> of(StepResult result) {
        Optional<Diagnostic> found = switch (result.verdict()) {
            case Verdict.Done d -> Optional.empty();
            case Verdict.Skipped s -> Optional.empty();
            case Verdict.Cancelled c -> Optional.empty();
            case Verdict.Failed f -> Optional.of(failed(f));
            case Verdict.Stale s -> Optional.of(staleStep(s));
            case Verdict.Unreached u ->
                Optional.of(
                        Diagnostic.error("EXE0203", "Host not reached", u.reason() + " Nothing of the step was sent."));
            case Verdict.InDoubt d -> Optional.of(inDoubt(d));
        };
        Step step = result.step();
        return found.map(d -> d.about("step " + step.id() + ", " + step.address()));
    }

    private static Diagnostic failed(Verdict.Failed failed) {
        return Diagnostic.error("EXE0201", "Step failed", failed.reason())
                .hint("The host may be between two states; \"twinpath plan\" shows what is left to do.");
    }

    private static Diagnostic staleStep(Verdict.Stale stale) {
        return Diagnostic.error("EXE0202", "Step is stale", stale.reason() + " Nothing of the step was sent.")
                .hint(AGAIN);
    }

    private static Diagnostic inDoubt(Verdict.InDoubt doubt) {
        return Diagnostic.error("EXE0204", "Step in doubt", doubt.reason())
                .hint(
                        "Look at the host, at its console if need be, before anything else is applied; then \"twinpath plan\" "
                                + "shows what is left to do.");
    }

    static Diagnostic locked(Path file, String holder) {
        return Diagnostic.error(
                        "EXE0101",
                        "Another run is going on",
                        file + " is locked" + (holder.isEmpty() ? "" : " by " + holder) + ".")
                .hint("Wait until it has ended. The lock goes with its process, whichever way that ends.");
    }

    static Diagnostic noLock(Path file, String why) {
        return Diagnostic.error("EXE0103", "The lock cannot be taken", file + ": " + why + ".")
                .hint("Twinpath must be able to write into that folder before it changes a host.");
    }

    static Diagnostic cannotRead(Path file, String why) {
        return Diagnostic.error("PLN0105", "Plan file cannot be read", file + ": " + why + ".");
    }

    static Diagnostic cannotWrite(Path file, String why) {
        return Diagnostic.error("PLN0106", "Plan file cannot be written", file + ": " + why + ".");
    }

    static Diagnostic writableByOthers(Path file) {
        return Diagnostic.error(
                        "PLN0107",
                        "Plan file can be changed by others",
                        "Others than its owner may write to " + file
                                + ", and whoever can change a plan can change hosts.")
                .hint("chmod 600 " + file);
    }

    private static String named(HostFact fact) {
        return switch (fact) {
            case HostFact.Reached r -> r.uuid() + ", ESXi " + r.version() + " build " + r.build();
            case HostFact.Unreached u -> "not reached";
        };
    }
}

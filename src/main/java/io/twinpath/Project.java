package io.twinpath;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Result;
import io.twinpath.diff.Changes;
import io.twinpath.diff.Differ;
import io.twinpath.diff.Findings;
import io.twinpath.diff.Selection;
import io.twinpath.driver.Driver;
import io.twinpath.execute.RunLock;
import io.twinpath.importer.Defaults;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Change;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Spec;
import io.twinpath.plan.Plan;
import io.twinpath.plan.PlanStamp;
import io.twinpath.plan.Planner;
import io.twinpath.reach.OwnFolder;
import io.twinpath.report.DiagnosticText;
import io.twinpath.report.Style;
import io.twinpath.rig.lifeline.Moves;
import io.twinpath.risk.Scenes;
import io.twinpath.spec.Loaded;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A project that was read without errors. Pure: nothing here talks to a host or looks at a clock.
 *
 * @param loaded the typed spec, and what it was read with
 * @param folder where pins and the lock are; empty for a project that is held elsewhere
 * @param sources the text of every file that was read, by the name that places in diagnostics use
 * @param warnings what is worth knowing although nothing is wrong
 */
public record Project(Loaded loaded, Optional<Path> folder, Map<String, String> sources, List<Diagnostic> warnings) {

    public Project {
        sources = Map.copyOf(sources);
        warnings = List.copyOf(warnings);
    }

    /** What is wanted. */
    public Spec spec() {
        return loaded.spec();
    }

    /** The kinds of resources that there are. */
    public Kinds kinds() {
        return loaded.kinds();
    }

    /**
     * The project as if it were about a part of its site.
     *
     * @param hosts host names, groups and patterns, as for {@code --limit}; all when empty
     * @param targets addresses, as for {@code --target}, with what they require; all when empty
     */
    public Result<Project> only(Optional<String> hosts, List<String> targets) {
        return Selection.parse(hosts, targets, spec()).map(this::only);
    }

    /** The project as if it were about a part of its site. */
    public Project only(Selection part) {
        Loaded narrowed = new Loaded(part.narrow(spec()), kinds(), loaded.catalogue(), loaded.vars(), loaded.origins());
        return new Project(narrowed, folder, sources, warnings);
    }

    /** What the spec asks of a site that was looked at. */
    public Changes diff(Snapshot snapshot) {
        Spec settled = Moves.settled(asRead(), snapshot);
        return Differ.diff(settled, Moves.without(snapshot, settled), kinds(), Defaults.standard());
    }

    /** The steps that lead there, ordered and guarded. Equal arguments give equal plans. */
    public Plan plan(Changes changes, PlanStamp stamp) {
        return Planner.plan(changes, asRead(), kinds(), stamp);
    }

    /** As {@link #plan}, for whoever stands at the consoles of the hosts and may cut their management network. */
    public Plan planAtConsole(Changes changes, PlanStamp stamp) {
        return Planner.planAtConsole(changes, asRead(), kinds(), stamp);
    }

    /** The spec as the site is read by it: an apply reads again, and what is asked then has to be what was asked for the plan. */
    private Spec asRead() {
        return Moves.implied(spec());
    }

    /**
     * By the spec alone: what would be dangerous if nothing were left to do.
     *
     * @param now for policies and certificates that end
     */
    public Outlook outlook(Instant now) {
        return new Outlook(Scenes.declared(spec(), loaded.catalogue(), now));
    }

    /**
     * The states of a site that was looked at.
     *
     * @param snapshot of everything that failures depend on: {@link Site#examine}
     * @param now when it is judged
     */
    public Survey survey(Snapshot snapshot, Instant now) {
        List<Change<?>> changes = List.copyOf(diff(snapshot).byAddress().values());
        return new Survey(new Scenes(spec(), loaded.catalogue(), kinds(), snapshot, changes, now));
    }

    /** What is worth a warning in what was found, though no change follows from it. */
    public List<Diagnostic> findings(Snapshot snapshot) {
        return Findings.of(spec(), snapshot, kinds());
    }

    /** Diagnostics as people read them, with the lines of this project's files that they point at. */
    public String text(List<Diagnostic> diagnostics) {
        return new DiagnosticText(name -> Optional.ofNullable(sources.get(name)), Style.PLAIN).all(diagnostics);
    }

    /**
     * Goes to the places of the project. Nothing is opened before it is needed.
     *
     * @throws IllegalStateException when the ways need a folder and the project has none
     */
    public Site connect(Ways ways) {
        return new Site(this, ways.driver(spec(), folder.map(OwnFolder::new)));
    }

    /** Goes there over a driver of one's own, which the site closes in the end. */
    public Site connect(Driver driver) {
        return new Site(this, driver);
    }

    /**
     * Takes the right to change the site: one run at a time has it, also among processes. Does not wait.
     *
     * @param owner who takes it, for whoever comes second, in a few words
     * @throws IllegalStateException when the project has no folder
     */
    public Result<RunLock> lock(String owner) {
        return RunLock.acquire(
                folder.orElseThrow(
                        () -> new IllegalStateException("a lock is kept in a folder, and this project has none")),
                owner);
    }
}

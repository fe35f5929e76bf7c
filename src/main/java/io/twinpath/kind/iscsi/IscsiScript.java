package io.twinpath.kind.iscsi;

import io.twinpath.driver.Command;
import io.twinpath.driver.Option;
import io.twinpath.kind.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The commands from one state of software iSCSI to another: switch on, name, credentials and parameters, then new targets
 * and new bindings, and only then the old ones go; last the host looks for what it can reach now.
 */
final class IscsiScript {

    private final Script script = new Script();
    private final Iscsi before;
    private final Iscsi after;
    private final Option adapter;

    private IscsiScript(Iscsi before, Iscsi after) {
        this.before = before;
        this.after = after;
        this.adapter = Option.of("adapter", adapterName());
    }

    private String adapterName() {
        return before.adapter().or(after::adapter).orElse(IscsiKind.FIRST_ADAPTER);
    }

    static List<Command> of(Iscsi before, Iscsi after) {
        IscsiScript work = new IscsiScript(before, after);
        if (!after.enabled()) {
            work.switchOff();
        } else {
            work.change();
        }
        return work.script.commands();
    }

    /** What is bound and known is taken away first, so that it does not come back by itself with the next switching on. */
    private void switchOff() {
        if (!before.enabled()) {
            return;
        }
        before.portBinding().ifPresent(bound -> bound.forEach(vmk -> binding("remove", vmk)));
        before.staticTargets().ifPresent(targets -> targets.forEach(t -> staticTarget("remove", t)));
        before.sendTargets().ifPresent(portals -> portals.forEach(p -> sendTarget("remove", p.toString())));
        script.add("iscsi software set", Option.of("enabled", false));
    }

    private void change() {
        if (!before.enabled()) {
            script.add("iscsi software set", Option.of("enabled", true));
        }
        names();
        chap(before.chap(), after.chap(), "uni");
        chap(before.mutualChap(), after.mutualChap(), "mutual");
        after.parameters().forEach((key, value) -> {
            if (!value.equals(before.parameters().get(key))) {
                script.add("iscsi adapter param set", adapter, Option.of("key", key), Option.of("value", value));
            }
        });
        Iscsi there = before.enabled() ? before : Iscsi.off();
        int settled = script.commands().size();
        Script.added(there.sendTargets(), after.sendTargets(), p -> sendTarget("add", p.toString()));
        parameters(before.portalParameters(), after.portalParameters(), Level::portal);
        Script.added(there.staticTargets(), after.staticTargets(), t -> staticTarget("add", t));
        Script.added(there.portBinding(), after.portBinding(), vmk -> binding("add", vmk));
        if (script.commands().size() > settled) {
            rescan();
        }
        parameters(before.targetParameters(), after.targetParameters(), Level::target);
        int added = script.commands().size();
        Script.removed(there.portBinding(), after.portBinding(), vmk -> binding("remove", vmk));
        Script.removed(there.staticTargets(), after.staticTargets(), t -> staticTarget("remove", t));
        Script.removed(there.sendTargets(), after.sendTargets(), p -> sendTarget("remove", p.toString()));
        if (script.commands().size() > added) {
            rescan();
        }
    }

    private void parameters(
            Map<String, Map<String, String>> found,
            Map<String, Map<String, String>> wanted,
            Function<String, Level> at) {
        wanted.forEach((place, parameters) -> parameters.forEach((key, value) -> {
            if (!value.equals(found.getOrDefault(place, Map.of()).get(key))) {
                List<Option> options = new ArrayList<>(at.apply(place).options(adapterName()));
                options.add(Option.of("key", key));
                options.add(value.equals(Level.INHERIT) ? Option.flag("inherit") : Option.of("value", value));
                script.add(String.join(" ", at.apply(place).words("set")), options);
            }
        }));
    }

    private void names() {
        List<Option> options = new ArrayList<>(List.of(adapter));
        if (Script.differs(before.iqn(), after.iqn())) {
            options.add(Option.of("name", after.iqn().orElseThrow()));
        }
        if (Script.differs(before.alias(), after.alias())) {
            options.add(Option.of("alias", after.alias().orElseThrow()));
        }
        if (options.size() > 1) {
            script.add("iscsi adapter set", options);
        }
    }

    private void chap(Optional<Chap> found, Optional<Chap> wanted, String direction) {
        if (wanted.isEmpty() || same(found, wanted.orElseThrow())) {
            return;
        }
        Chap chap = wanted.orElseThrow();
        List<Option> options = new ArrayList<>(List.of(adapter, Option.of("direction", direction)));
        chap.level().ifPresent(l -> options.add(Option.of("level", l.name().toLowerCase(Locale.ROOT))));
        if (!chap.level().equals(Optional.of(Chap.Level.PROHIBITED))) {
            chap.user().ifPresent(user -> options.add(Option.of("authname", user)));
            chap.secret().ifPresent(secret -> options.add(Option.secret("secret", secret)));
        }
        script.add("iscsi adapter auth chap set", options);
    }

    private static boolean same(Optional<Chap> found, Chap wanted) {
        return found.isPresent()
                && !Script.differs(found.orElseThrow().level(), wanted.level())
                && !Script.differs(found.orElseThrow().user(), wanted.user());
    }

    /** New bindings and targets give paths only after the host has looked. */
    private void rescan() {
        script.add("iscsi adapter discovery rediscover", adapter);
        script.add("storage core adapter rescan", adapter);
    }

    private void binding(String verb, String vmk) {
        script.add("iscsi networkportal " + verb, adapter, Option.of("nic", vmk));
    }

    private void sendTarget(String verb, String portal) {
        script.add("iscsi adapter discovery sendtarget " + verb, adapter, Option.of("address", portal));
    }

    private void staticTarget(String verb, StaticTarget target) {
        script.add(
                "iscsi adapter discovery statictarget " + verb,
                adapter,
                Option.of("address", target.portal().toString()),
                Option.of("name", target.iqn()));
    }
}

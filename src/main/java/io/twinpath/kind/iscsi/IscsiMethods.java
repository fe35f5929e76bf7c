package io.twinpath.kind.iscsi;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.Script;
import io.twinpath.model.Portal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The calls from one state of software iSCSI to another, in the order of {@link IscsiScript}: what is new comes before what is
 * old goes, and the host looks for what it can reach after each of the two.
 */
final class IscsiMethods {

    private static final Handle STORAGE = new Handle.Manager("storageSystem");
    private static final Handle BINDINGS = new Handle.Manager("iscsiManager");
    private static final String DEVICE = "iScsiHbaDevice";

    private final Script script = new Script();
    private final Iscsi before;
    private final Iscsi after;
    private final String adapter;

    private IscsiMethods(Iscsi before, Iscsi after) {
        this.before = before;
        this.after = after;
        this.adapter = before.adapter().or(after::adapter).orElse(IscsiKind.FIRST_ADAPTER);
    }

    static List<Command> of(Iscsi before, Iscsi after) {
        IscsiMethods work = new IscsiMethods(before, after);
        if (after.enabled()) {
            work.change();
        } else if (before.enabled()) {
            work.switchOff();
        }
        return work.script.commands();
    }

    private void switchOff() {
        before.portBinding().ifPresent(bound -> bound.forEach(this::unbind));
        before.staticTargets().ifPresent(targets -> targets.forEach(t -> staticTarget("Remove", t)));
        before.sendTargets().ifPresent(portals -> portals.forEach(p -> sendTarget("Remove", p)));
        enable(false);
    }

    private void enable(boolean on) {
        script.add(MethodCommand.of(STORAGE, "UpdateSoftwareInternetScsiEnabled", Node.flag("enabled", on)));
    }

    private void change() {
        if (!before.enabled()) {
            enable(true);
        }
        if (Script.differs(before.iqn(), after.iqn())) {
            send("UpdateInternetScsiName", Node.string("iScsiName", after.iqn().orElseThrow()));
        }
        if (Script.differs(before.alias(), after.alias())) {
            send(
                    "UpdateInternetScsiAlias",
                    Node.string("iScsiAlias", after.alias().orElseThrow()));
        }
        authentication();
        parameters();
        Iscsi there = before.enabled() ? before : Iscsi.off();
        int settled = script.commands().size();
        Script.added(there.sendTargets(), after.sendTargets(), p -> sendTarget("Add", p));
        Script.added(there.staticTargets(), after.staticTargets(), t -> staticTarget("Add", t));
        Script.added(there.portBinding(), after.portBinding(), this::bind);
        rescanIfMore(settled);
        int added = script.commands().size();
        Script.removed(there.portBinding(), after.portBinding(), this::unbind);
        Script.removed(there.staticTargets(), after.staticTargets(), t -> staticTarget("Remove", t));
        Script.removed(there.sendTargets(), after.sendTargets(), p -> sendTarget("Remove", p));
        rescanIfMore(added);
    }

    private void parameters() {
        List<Node> options = ParametersApi.options(before.parameters(), after.parameters());
        if (!options.isEmpty()) {
            send("UpdateInternetScsiAdvancedOptions", options.toArray(Node[]::new));
        }
        ParametersApi.digests(before.parameters(), after.parameters())
                .ifPresent(digests -> send("UpdateInternetScsiDigestProperties", digests));
    }

    /** Both directions are one object, so whichever changes the other goes along, with its secret where the spec has it. */
    private void authentication() {
        if (same(before.chap(), after.chap()) && same(before.mutualChap(), after.mutualChap())) {
            return;
        }
        Optional<Chap> own = after.chap();
        Optional<Chap> mutual = after.mutualChap();
        send(
                "UpdateInternetScsiAuthenticationProperties",
                Node.build("authenticationProperties", "HostInternetScsiHbaAuthenticationProperties")
                        .put(Node.flag(
                                "chapAuthEnabled",
                                own.filter(IscsiMethods::used).isPresent()))
                        .putAll(direction(own, "chapName", "chapSecret", "chapAuthenticationType"))
                        .putAll(direction(mutual, "mutualChapName", "mutualChapSecret", "mutualChapAuthenticationType"))
                        .end());
    }

    private static List<Node> direction(Optional<Chap> chap, String name, String secret, String type) {
        List<Node> fields = new ArrayList<>();
        Optional<Chap> used = chap.filter(IscsiMethods::used);
        used.flatMap(Chap::user).ifPresent(user -> fields.add(Node.string(name, user)));
        used.flatMap(Chap::secret).ifPresent(ref -> fields.add(Node.secret(secret, ref)));
        chap.flatMap(Chap::level).ifPresent(level -> fields.add(Node.string(type, IscsiApi.word(level))));
        return fields;
    }

    private static boolean used(Chap chap) {
        return chap.level().filter(l -> l != Chap.Level.PROHIBITED).isPresent();
    }

    private static boolean same(Optional<Chap> found, Optional<Chap> wanted) {
        return wanted.isEmpty()
                || (found.isPresent()
                        && !Script.differs(
                                found.orElseThrow().level(),
                                wanted.orElseThrow().level())
                        && !Script.differs(
                                found.orElseThrow().user(), wanted.orElseThrow().user()));
    }

    private void rescanIfMore(int than) {
        if (script.commands().size() > than) {
            script.add(MethodCommand.of(STORAGE, "RescanHba", Node.string("hbaDevice", adapter)));
            script.add(MethodCommand.of(STORAGE, "RescanVmfs"));
        }
    }

    private void send(String method, Node... args) {
        List<Node> all = new ArrayList<>(List.of(Node.string(DEVICE, adapter)));
        all.addAll(Arrays.asList(args));
        script.add(new MethodCommand(STORAGE, method, all));
    }

    private void bind(String vmk) {
        script.add(MethodCommand.of(
                BINDINGS, "BindVnic", Node.string("iScsiHbaName", adapter), Node.string("vnicDevice", vmk)));
    }

    /** Never by force: a host that refuses because paths are in use is right. */
    private void unbind(String vmk) {
        script.add(MethodCommand.of(
                BINDINGS,
                "UnbindVnic",
                Node.string("iScsiHbaName", adapter),
                Node.string("vnicDevice", vmk),
                Node.flag("force", false)));
    }

    private void sendTarget(String verb, Portal portal) {
        send(
                verb + "InternetScsiSendTargets",
                Node.object("targets", "HostInternetScsiHbaSendTarget", address(portal), port(portal)));
    }

    private void staticTarget(String verb, StaticTarget target) {
        send(
                verb + "InternetScsiStaticTargets",
                Node.object(
                        "targets",
                        "HostInternetScsiHbaStaticTarget",
                        address(target.portal()),
                        port(target.portal()),
                        Node.string("iScsiName", target.iqn())));
    }

    private static Node address(Portal portal) {
        return Node.string("address", portal.ip().toString());
    }

    private static Node port(Portal portal) {
        return Node.number("port", portal.port());
    }
}

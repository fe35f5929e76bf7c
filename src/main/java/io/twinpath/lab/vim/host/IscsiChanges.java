package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.Chap;
import io.twinpath.lab.site.Iscsi;
import io.twinpath.lab.site.IscsiParameter;
import io.twinpath.lab.site.StaticTarget;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.vim.Call;
import io.twinpath.lab.vim.Methods;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Changes of the software iSCSI initiator, by the rules of the API. */
final class IscsiChanges {

    private static final String NAME = "(iqn\\.[0-9]{4}-[0-9]{2}\\.|eui\\.|naa\\.)[A-Za-z0-9.:-]{1,210}";

    private final HostContext at;
    private final Iscsi iscsi;

    IscsiChanges(HostContext at) {
        this.at = at;
        this.iscsi = at.host().iscsi;
    }

    Methods methods() {
        return Methods.none()
                .does(
                        "UpdateSoftwareInternetScsiEnabled",
                        c -> enable(c.text("enabled").matches("true|1")))
                .does("UpdateInternetScsiName", c -> named(c).iqn = iqn(c.text("iScsiName")))
                .does("UpdateInternetScsiAlias", c -> named(c).alias = c.text("iScsiAlias"))
                .does("AddInternetScsiSendTargets", c -> each(c, t -> add(address(t))))
                .does("RemoveInternetScsiSendTargets", c -> each(c, t -> remove(iscsi.sendTargets.remove(address(t)))))
                .does("AddInternetScsiStaticTargets", c -> each(c, this::addStatic))
                .does(
                        "RemoveInternetScsiStaticTargets",
                        c -> each(c, t -> remove(iscsi.staticTargets.remove(fixed(t)))))
                .does("UpdateInternetScsiAuthenticationProperties", this::authentication)
                .does("UpdateInternetScsiDigestProperties", this::digests)
                .does("UpdateInternetScsiAdvancedOptions", this::options)
                .does("UpdateInternetScsiDiscoveryProperties", this::named);
    }

    private void enable(boolean on) {
        if (on && iscsi.iqn.isEmpty()) {
            iscsi.iqn = "iqn.1998-01.com.vmware:" + at.name().split("\\.", -1)[0];
        }
        iscsi.enabled = on;
    }

    /** The adapter that a call is about. */
    private Iscsi named(Call call) {
        String device = call.text("iScsiHbaDevice");
        if (!iscsi.enabled || !device.equals(iscsi.adapter)) {
            throw Faults.absent(device);
        }
        return iscsi;
    }

    private static String iqn(String name) {
        if (!name.matches(NAME)) {
            throw Faults.invalidArgument("iScsiName");
        }
        return name;
    }

    private void each(Call call, java.util.function.Consumer<Element> action) {
        named(call);
        call.method().all("targets").forEach(action);
    }

    private static String address(Element target) {
        String address = target.need("address");
        if (!io.twinpath.lab.site.Ipv4.valid(address)) {
            throw Faults.invalidArgument("targets.address");
        }
        return address + ":" + target.number("port").orElse(3260);
    }

    private void add(String target) {
        if (!iscsi.sendTargets.contains(target)) {
            iscsi.sendTargets.add(target);
        }
    }

    private static void remove(boolean was) {
        if (!was) {
            throw Faults.absent("target");
        }
    }

    private void addStatic(Element target) {
        StaticTarget wanted = fixed(target);
        if (!iscsi.staticTargets.contains(wanted)) {
            iscsi.staticTargets.add(wanted);
        }
    }

    private static StaticTarget fixed(Element target) {
        return new StaticTarget(address(target), iqn(target.need("iScsiName")));
    }

    /** Secrets are taken and never shown; one that is not sent stays as it was. */
    private void authentication(Call call) {
        named(call);
        if (call.method().child("targetSet").isPresent()) {
            throw Faults.notSupported();
        }
        Element wanted = call.argument("authenticationProperties");
        boolean enabled = wanted.flag("chapAuthEnabled").orElse(false);
        Chap out = chap(wanted, iscsi.chap, "chap", enabled ? "required" : "prohibited");
        Chap in = chap(wanted, iscsi.mutualChap, "mutualChap", "prohibited");
        if (!in.level.equals("prohibited") && !out.level.equals("required")) {
            throw Faults.invalidArgument("authenticationProperties.mutualChapAuthenticationType");
        }
        iscsi.chap = out;
        iscsi.mutualChap = in;
    }

    private static Chap chap(Element wanted, Chap before, String prefix, String fallback) {
        Chap chap = new Chap();
        chap.level = wanted.text(prefix + "AuthenticationType")
                .map(t -> t.replaceFirst("^chap", "").toLowerCase(Locale.ROOT))
                .orElse(fallback);
        if (!chap.level.matches("prohibited|discouraged|preferred|required")) {
            throw Faults.invalidArgument("authenticationProperties." + prefix + "AuthenticationType");
        }
        chap.user = wanted.text(prefix + "Name").orElse(before.user);
        chap.secret = wanted.text(prefix + "Secret").orElse(before.secret);
        if (!chap.level.equals("prohibited") && (chap.user.isEmpty() || chap.secret.isEmpty())) {
            throw Faults.invalidArgument("authenticationProperties." + prefix + "Name");
        }
        return chap;
    }

    private void digests(Call call) {
        named(call);
        Element wanted = call.argument("digestProperties");
        wanted.text("headerDigestType").ifPresent(d -> iscsi.parameters.put("HeaderDigest", digest(d)));
        wanted.text("dataDigestType").ifPresent(d -> iscsi.parameters.put("DataDigest", digest(d)));
    }

    private static String digest(String type) {
        String level = type.replaceFirst("^digest", "").toLowerCase(Locale.ROOT);
        if (!level.matches("prohibited|discouraged|preferred|required")) {
            throw Faults.invalidArgument("digestProperties");
        }
        return level;
    }

    /** Options of the adapter, or of one send target, which inherits what it is not told. */
    private void options(Call call) {
        named(call);
        NavigableMap<String, String> changed = new TreeMap<>();
        for (Element option : call.method().all("options")) {
            changed.put(option.need("key"), checked(option));
        }
        Optional<Element> target = call.method().at("targetSet").flatMap(t -> t.child("sendTargets"));
        if (target.isPresent()) {
            String address = address(target.orElseThrow());
            if (!iscsi.sendTargets.contains(address)) {
                throw Faults.absent(address);
            }
            iscsi.ownParameters.computeIfAbsent(address, a -> new TreeMap<>()).putAll(changed);
        } else {
            iscsi.parameters.putAll(changed);
        }
    }

    private static String checked(Element option) {
        String value = option.need("value");
        boolean valid = IscsiParameter.named(option.need("key"))
                .filter(p -> p.settable() && p.takes(value))
                .isPresent();
        if (!valid) {
            throw Faults.invalidArgument("options");
        }
        return value;
    }
}

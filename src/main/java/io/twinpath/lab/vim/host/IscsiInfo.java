package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.Chap;
import io.twinpath.lab.site.Iscsi;
import io.twinpath.lab.site.IscsiParameter;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Scalar;
import java.util.Map;
import java.util.stream.Stream;

/** The software iSCSI adapter of a host as the API shows it. */
final class IscsiInfo {

    private final HostContext at;
    private final Iscsi iscsi;

    IscsiInfo(HostContext at) {
        this.at = at;
        this.iscsi = at.host().iscsi;
    }

    Data adapter(String key) {
        return Data.of("HostInternetScsiHba")
                .text("key", key)
                .text("device", iscsi.adapter)
                .number("bus", 0)
                .text("status", "online")
                .text("model", "iSCSI Software Adapter")
                .text("driver", "iscsi_vmk")
                .unset("pci")
                .text("storageProtocol", "scsi")
                .flag("isSoftwareBased", true)
                .flag("canBeDisabled", true)
                .text("networkBindingSupport", "optional")
                .put(
                        "discoveryCapabilities",
                        Data.of("HostInternetScsiHbaDiscoveryCapabilities")
                                .flag("iSnsDiscoverySettable", false)
                                .flag("slpDiscoverySettable", false)
                                .flag("staticTargetDiscoverySettable", false)
                                .flag("sendTargetsDiscoverySettable", false))
                .put(
                        "discoveryProperties",
                        Data.of("HostInternetScsiHbaDiscoveryProperties")
                                .flag("iSnsDiscoveryEnabled", false)
                                .flag("slpDiscoveryEnabled", false)
                                .flag("staticTargetDiscoveryEnabled", true)
                                .flag("sendTargetsDiscoveryEnabled", true)
                                .unset("iSnsDiscoveryMethod iSnsHost slpDiscoveryMethod slpHost"))
                .put(
                        "authenticationCapabilities",
                        Data.of("HostInternetScsiHbaAuthenticationCapabilities")
                                .flag("chapAuthSettable", true)
                                .flag("krb5AuthSettable", false)
                                .flag("srpAuthSettable", false)
                                .flag("spkmAuthSettable", false)
                                .flag("mutualChapSettable", true)
                                .flag("targetChapSettable", true)
                                .flag("targetMutualChapSettable", true))
                .put("authenticationProperties", authentication())
                .put(
                        "digestCapabilities",
                        Data.of("HostInternetScsiHbaDigestCapabilities")
                                .flag("headerDigestSettable", true)
                                .flag("dataDigestSettable", true)
                                .flag("targetHeaderDigestSettable", true)
                                .flag("targetDataDigestSettable", true))
                .put("digestProperties", digests())
                .unset("ipCapabilities ipProperties")
                .list("supportedAdvancedOptions", "OptionDef", options().map(IscsiInfo::definition))
                .list(
                        "advancedOptions",
                        "HostInternetScsiHbaParamValue",
                        options().map(p -> value(p, Map.of())))
                .text("iScsiName", iscsi.iqn)
                .text("iScsiAlias", iscsi.alias)
                .list(
                        "configuredSendTarget",
                        "HostInternetScsiHbaSendTarget",
                        iscsi.sendTargets.stream().map(this::sendTarget))
                .list(
                        "configuredStaticTarget",
                        "HostInternetScsiHbaStaticTarget",
                        Stream.concat(
                                iscsi.staticTargets.stream().map(t -> fixed(t.address(), t.name(), "staticMethod")),
                                discovered()))
                .number("maxSpeedMb", 10_000)
                .number("currentSpeedMb", 10_000);
    }

    private Stream<Data> discovered() {
        return iscsi.discovered.stream()
                .flatMap(ip -> at.site().portal(ip).stream())
                .filter(p -> iscsi.staticTargets.stream()
                        .noneMatch(t -> t.address().equals(p.portal().address())))
                .map(p -> fixed(p.portal().address(), p.array().target, "sendTargetMethod"));
    }

    private Data sendTarget(String address) {
        return endpoint(Data.of("HostInternetScsiHbaSendTarget"), address)
                .put("authenticationProperties", authentication().text("chapInherited", "true"))
                .put("digestProperties", digests())
                .list("supportedAdvancedOptions", "OptionDef", options().map(IscsiInfo::definition))
                .list(
                        "advancedOptions",
                        "HostInternetScsiHbaParamValue",
                        options().map(p -> value(p, own(address))))
                .unset("parent");
    }

    private Map<String, String> own(String address) {
        Map<String, String> own = iscsi.ownParameters.get(address);
        return own == null ? Map.of() : own;
    }

    private Data fixed(String address, String name, String method) {
        return endpoint(Data.of("HostInternetScsiHbaStaticTarget"), address)
                .text("iScsiName", name)
                .text("discoveryMethod", method)
                .unset("authenticationProperties digestProperties supportedAdvancedOptions advancedOptions parent");
    }

    private static Data endpoint(Data data, String address) {
        int colon = address.lastIndexOf(':');
        return data.text("address", colon < 0 ? address : address.substring(0, colon))
                .number("port", colon < 0 ? 3260 : Integer.parseInt(address.substring(colon + 1)));
    }

    private Data authentication() {
        Chap out = iscsi.chap;
        Chap in = iscsi.mutualChap;
        return Data.of("HostInternetScsiHbaAuthenticationProperties")
                .flag("chapAuthEnabled", !out.level.equals("prohibited"))
                .filled("chapName", out.user)
                .unset("chapSecret")
                .text("chapAuthenticationType", level(out))
                .unset("chapInherited")
                .filled("mutualChapName", in.user)
                .unset("mutualChapSecret")
                .text("mutualChapAuthenticationType", level(in))
                .unset("mutualChapInherited");
    }

    private static String level(Chap chap) {
        return "chap" + Character.toUpperCase(chap.level.charAt(0)) + chap.level.substring(1);
    }

    private Data digests() {
        return Data.of("HostInternetScsiHbaDigestProperties")
                .text("headerDigestType", digest("HeaderDigest"))
                .unset("headerDigestInherited")
                .text("dataDigestType", digest("DataDigest"))
                .unset("dataDigestInherited");
    }

    private String digest(String name) {
        String level = iscsi.parameters.getOrDefault(name, "prohibited");
        return "digest" + Character.toUpperCase(level.charAt(0)) + level.substring(1);
    }

    /** Those that the API lists among the options; digests have properties of their own. */
    static Stream<IscsiParameter> options() {
        return IscsiParameter.ALL.stream().filter(p -> !p.name().endsWith("Digest"));
    }

    private static Data definition(IscsiParameter parameter) {
        Data type = parameter.flag()
                ? Data.of("BoolOption")
                        .flag("valueIsReadonly", !parameter.settable())
                        .flag("supported", true)
                        .flag("defaultValue", parameter.fallback().equals("true"))
                : Data.of("IntOption")
                        .flag("valueIsReadonly", !parameter.settable())
                        .number("min", Integer.parseInt(parameter.least()))
                        .number("max", Integer.parseInt(parameter.most()))
                        .number("defaultValue", Integer.parseInt(parameter.fallback()));
        return Data.of("OptionDef")
                .text("label", parameter.name())
                .text("summary", parameter.name())
                .text("key", parameter.name())
                .put("optionType", type);
    }

    private Data value(IscsiParameter parameter, Map<String, String> own) {
        String text = parameter.value(iscsi.parameters, own);
        return Data.of("HostInternetScsiHbaParamValue")
                .text("key", parameter.name())
                .any("value", parameter.flag() ? Scalar.of(text.equals("true")) : Scalar.of(Integer.parseInt(text)))
                .flag("isInherited", !own.containsKey(parameter.name()));
    }
}

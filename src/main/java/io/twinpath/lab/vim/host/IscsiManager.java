package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.Attachment;
import io.twinpath.lab.site.Iscsi;
import io.twinpath.lab.site.Vmk;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.SoapFault;
import io.twinpath.lab.soap.Value;
import io.twinpath.lab.vim.Call;
import io.twinpath.lab.vim.Methods;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which VMkernel interfaces carry iSCSI. */
record IscsiManager(HostContext at) implements HostPart {

    @Override
    public Data properties() {
        return Data.of("IscsiManager");
    }

    @Override
    public Methods calls() {
        return Methods.none()
                .reads("QueryBoundVnics", c -> ports(adapter(c).bound.stream()))
                .reads("QueryCandidateNics", c -> ports(candidates(adapter(c))))
                .reads("QueryVnicStatus", c -> Optional.of(status(c.text("vnicDevice"))))
                .does("BindVnic", this::bind)
                .does("UnbindVnic", this::unbind);
    }

    private Iscsi adapter(Call call) {
        Iscsi iscsi = at.host().iscsi;
        if (!iscsi.enabled || !iscsi.adapter.equals(call.text("iScsiHbaName"))) {
            throw Faults.absent(call.text("iScsiHbaName"));
        }
        return iscsi;
    }

    private Stream<String> candidates(Iscsi iscsi) {
        return at.host().vmkernel.keySet().stream().filter(v -> !iscsi.bound.contains(v));
    }

    private Optional<Value> ports(Stream<String> vmks) {
        return Optional.of(Listing.of("IscsiPortInfo", vmks.map(this::port)));
    }

    private Data port(String name) {
        Vmk vmk = at.vmk(name);
        Data port = Data.of("IscsiPortInfo").text("vnicDevice", name).put("vnic", new VnicInfo(at).vnic(name));
        Attachment.of(at.site(), at.name(), vmk.portGroup)
                .flatMap(o ->
                        o.active().stream().filter(u -> at.nic(u).isPresent()).findFirst())
                .ifPresent(u -> port.text("pnicDevice", u));
        at.host().vswitches.entrySet().stream()
                .filter(v -> v.getValue().portGroups.containsKey(vmk.portGroup))
                .map(Map.Entry::getKey)
                .findFirst()
                .ifPresent(v -> port.text("switchName", v));
        return port.unset("pnicDevice pnic switchName switchUuid")
                .text("portgroupName", vmk.portGroup)
                .unset("portgroupKey portKey opaqueNetworkId opaqueNetworkType opaqueNetworkName externalId")
                .put("complianceStatus", status(name))
                .text("pathStatus", pathStatus(name));
    }

    private String pathStatus(String vmk) {
        boolean works =
                at.host().paths.stream().filter(p -> p.vmk().equals(vmk)).anyMatch(at.paths()::active);
        if (!works) {
            return "notUsed";
        }
        boolean other =
                at.host().paths.stream().filter(p -> !p.vmk().equals(vmk)).anyMatch(at.paths()::active);
        return other ? "active" : "lastActive";
    }

    private Data status(String vmk) {
        Optional<SoapFault> why = obstacle(vmk);
        return Data.of("IscsiStatus")
                .list("reason", "LocalizedMethodFault", why.stream().map(SoapFault::localized));
    }

    /** Exactly one active uplink and nothing to fail over to, or iSCSI must not use it. */
    private Optional<SoapFault> obstacle(String vmk) {
        Optional<Attachment> order = Attachment.of(at.site(), at.name(), at.vmk(vmk).portGroup);
        if (order.filter(Attachment::compliant).isPresent()) {
            return Optional.empty();
        }
        boolean none = order.filter(o -> !o.active().isEmpty()).isEmpty();
        return Optional.of(
                none
                        ? fault("IscsiFaultVnicHasNoUplinks", vmk, "has no uplinks.")
                        : fault("IscsiFaultVnicHasMultipleUplinks", vmk, "has multiple uplinks."));
    }

    private static SoapFault fault(String type, String vmk, String what) {
        return new SoapFault(
                "VMkernel network adapter " + vmk + " " + what, Data.of(type).text("vnicDevice", vmk));
    }

    private void bind(Call call) {
        Iscsi iscsi = adapter(call);
        String vmk = call.text("vnicDevice");
        if (!at.host().vmkernel.containsKey(vmk)) {
            throw fault("IscsiFaultVnicNotFound", vmk, "cannot be found.");
        }
        if (iscsi.bound.contains(vmk)) {
            throw fault("IscsiFaultVnicAlreadyBound", vmk, "is bound already.");
        }
        obstacle(vmk).ifPresent(f -> {
            throw f;
        });
        iscsi.bound.add(vmk);
    }

    private void unbind(Call call) {
        Iscsi iscsi = adapter(call);
        String vmk = call.text("vnicDevice");
        if (!iscsi.bound.contains(vmk)) {
            throw fault("IscsiFaultVnicNotBound", vmk, "is not bound.");
        }
        boolean force = call.method().flag("force").orElse(false);
        switch (force ? "" : pathStatus(vmk)) {
            case "active" -> throw fault("IscsiFaultVnicHasActivePaths", vmk, "has active paths.");
            case "lastActive" -> throw fault("IscsiFaultVnicIsLastPath", vmk, "carries the last path.");
            default -> iscsi.bound.remove(vmk);
        }
    }
}

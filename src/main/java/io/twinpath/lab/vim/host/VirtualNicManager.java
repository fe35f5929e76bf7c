package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.Vmk;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.vim.Call;
import io.twinpath.lab.vim.Methods;
import java.util.Optional;

/** Which VMkernel interface serves what. */
record VirtualNicManager(HostContext at) implements HostPart {

    @Override
    public Data properties() {
        return Data.of("HostVirtualNicManager")
                .lazy("info", () -> new VnicInfo(at).services())
                .unset("value availableField");
    }

    @Override
    public Methods calls() {
        return Methods.none()
                .does("SelectVnicForNicType", this::select)
                .does("DeselectVnicForNicType", this::deselect)
                .reads("QueryNetConfig", call -> {
                    tag(call);
                    return Optional.of(new VnicInfo(at).service(call.text("nicType")));
                });
    }

    private void select(Call call) {
        String tag = tag(call);
        Vmk vmk = vmk(call);
        if (!vmk.tags.contains(tag)) {
            vmk.tags.add(tag);
        }
    }

    private void deselect(Call call) {
        String tag = tag(call);
        if (!vmk(call).tags.remove(tag)) {
            throw Faults.hostConfig("The interface is not selected for " + call.text("nicType") + ".");
        }
    }

    private static String tag(Call call) {
        return Optional.ofNullable(VnicInfo.TAGS.get(call.text("nicType")))
                .orElseThrow(() -> Faults.invalidArgument("nicType"));
    }

    private Vmk vmk(Call call) {
        return Optional.ofNullable(at.host().vmkernel.get(call.text("device")))
                .orElseThrow(() -> Faults.invalidArgument("device"));
    }
}

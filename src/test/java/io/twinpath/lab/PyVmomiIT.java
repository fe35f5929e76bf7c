package io.twinpath.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client library that Ansible stands on, against the lab: it decodes by types of its own and trips over wrong ones. */
class PyVmomiIT {

    private static final String SCRIPT = """
            import os, ssl
            from pyVim.connect import SmartConnect, Disconnect
            from pyVmomi import vim, vmodl
            si = SmartConnect(host='127.0.0.1', port=int(os.environ['PORT']), user=os.environ['USER_'],
                              pwd=os.environ['PASSWORD'], sslContext=ssl._create_unverified_context())
            content = si.RetrieveContent()
            print(content.about.apiType)
            view = content.viewManager.CreateContainerView(content.rootFolder, [vim.HostSystem], True)
            host = [h for h in view.view if h.name == 'esxi1.lain.local'][0]
            config = host.config
            print([v.name for v in config.network.vswitch], [p.spec.vlanId for p in config.network.portgroup])
            print([type(a).__name__ for a in config.storageDevice.hostBusAdapter])
            print(sorted(type(u.policy).__name__ for u in config.storageDevice.multipathInfo.lun))
            print([l.capacity.block * l.capacity.blockSize for l in config.storageDevice.scsiLun])
            print(len(config.service.service) > 5, len(config.firewall.ruleset) > 5, config.dateTimeInfo.timeZone.key)
            iscsi = host.configManager.iscsiManager
            print([p.vnicDevice for p in iscsi.QueryBoundVnics('vmhba64')])
            options = host.configManager.advancedOption
            print(options.QueryOptions('Misc.APDTimeout')[0].value)
            network = host.configManager.networkSystem
            spec = config.network.vswitch[1].spec
            spec.policy.nicTeaming.nicOrder.activeNic = ['vmnic2']
            spec.policy.nicTeaming.nicOrder.standbyNic = ['vmnic2']
            try:
                network.UpdateVirtualSwitch('vSwitch1', spec)
            except vmodl.fault.InvalidArgument as refused:
                print('refused', refused.invalidProperty)
            spec.policy.nicTeaming.nicOrder.activeNic = ['vmnic4', 'vmnic2']
            spec.policy.nicTeaming.nicOrder.standbyNic = []
            network.UpdateVirtualSwitch('vSwitch1', spec)
            print(list(host.config.network.vswitch[1].spec.policy.nicTeaming.nicOrder.activeNic))
            try:
                options.UpdateOptions([vim.option.OptionValue(key='No.Such', value='1')])
            except vim.fault.InvalidName as unknown:
                print('unknown', unknown.name)
            Disconnect(si)
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void readsAndChangesAHostThroughVcenter() throws Exception {
        Peers.need("python");
        try (Lab lab = Lab.open("lain-2022-10-13", LabOptions.NONE).orElseThrow()) {
            assertThat(run(lab.endpoints().vcenter().orElseThrow()).good())
                    .startsWith("VirtualCenter")
                    .contains(SEEN);
        }
    }

    @Test
    void readsAndChangesAHostByItself() throws Exception {
        Peers.need("python");
        try (Lab lab = Lab.open("lain-2022-10-13", LabOptions.NONE).orElseThrow()) {
            ApiEndpoint api = Objects.requireNonNull(lab.endpoints().hosts().get("esxi1.lain.local"))
                    .api();
            assertThat(run(api).good()).startsWith("HostAgent").contains(SEEN);
        }
    }

    private static final String[] SEEN = {
        "['vSwitch0', 'vSwitch1'] [0, 0, 0, 0]",
        "['vim.host.BlockHba', 'vim.host.InternetScsiHba']",
        "['vim.host.MultipathInfo.LogicalUnitPolicy', 'vim.host.MultipathInfo.LogicalUnitPolicy']",
        "[8796093022208, 17592186044416]",
        "True True UTC",
        "['vmk1', 'vmk2']",
        "refused None",
        "['vmnic4', 'vmnic2']",
        "unknown No.Such",
    };

    private Peers.Ran run(ApiEndpoint api) throws Exception {
        Path script = folder.resolve("script.py");
        Files.writeString(script, SCRIPT);
        String port = api.url().replaceAll(".*:|/sdk", "");
        return Peers.run(
                Map.of("PORT", port, "USER_", api.user(), "PASSWORD", api.password()), "python", script.toString());
    }
}

package main

import (
	"slices"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/methods"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
)

// network is the simulator's, and takes changes of what is there. What is made anew goes its own way.
type network struct {
	*simulator.HostNetworkSystem
	host *simulator.HostSystem
}

// UpdateVirtualSwitch takes a specification as a whole: without a bridge there are no uplinks any more, without a policy it stays,
// and an uplink cannot stand in the order of a policy without standing in the bridge.
func (n *network) UpdateVirtualSwitch(ctx *simulator.Context, c *types.UpdateVirtualSwitch) soap.HasFault {
	body := &methods.UpdateVirtualSwitchBody{Fault_: missing()}
	ctx.WithLock(n.host, func() {
		switches := n.host.Config.Network.Vswitch
		at := slices.IndexFunc(switches, func(s types.HostVirtualSwitch) bool { return s.Name == c.VswitchName })
		if at < 0 {
			return
		}
		devices := []string{}
		if bridge, ok := c.Spec.Bridge.(*types.HostVirtualSwitchBondBridge); ok {
			devices = bridge.NicDevice
		}
		if body.Fault_ = ordered(c.Spec, devices); body.Fault_ != nil {
			return
		}
		if c.Spec.Policy == nil {
			c.Spec.Policy = switches[at].Spec.Policy
		}
		switches[at].Spec = c.Spec
		switches[at].Mtu = c.Spec.Mtu
		switches[at].Pnic = nil
		for _, device := range devices {
			switches[at].Pnic = append(switches[at].Pnic, "key-vim.host.PhysicalNic-"+device)
		}
		body.Res = &types.UpdateVirtualSwitchResponse{}
	})
	return body
}

func ordered(spec types.HostVirtualSwitchSpec, devices []string) *soap.Fault {
	if spec.Bridge != nil && len(devices) == 0 {
		return invalid("spec.bridge.nicDevice")
	}
	if spec.Policy == nil || spec.Policy.NicTeaming == nil || spec.Policy.NicTeaming.NicOrder == nil {
		return nil
	}
	order := spec.Policy.NicTeaming.NicOrder
	seen := map[string]bool{}
	for _, nic := range slices.Concat(order.ActiveNic, order.StandbyNic) {
		if seen[nic] || !slices.Contains(devices, nic) {
			return invalid("spec.policy.nicTeaming.nicOrder")
		}
		seen[nic] = true
	}
	return nil
}

// UpdatePortGroup takes a specification as a whole too: what its policy leaves out is the switch's again.
func (n *network) UpdatePortGroup(ctx *simulator.Context, c *types.UpdatePortGroup) soap.HasFault {
	body := &methods.UpdatePortGroupBody{Fault_: missing()}
	ctx.WithLock(n.host, func() {
		groups := n.host.Config.Network.Portgroup
		at := slices.IndexFunc(groups, func(g types.HostPortGroup) bool { return g.Spec.Name == c.PgName })
		if at < 0 {
			return
		}
		groups[at].Spec = c.Portgrp
		body.Fault_ = nil
		body.Res = &types.UpdatePortGroupResponse{}
	})
	return body
}

package main

import (
	"slices"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/methods"
	"github.com/vmware/govmomi/vim25/mo"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
)

// storage changes the host's own list of adapters and units, which is what is read.
type storage struct {
	mo.HostStorageSystem
	host *simulator.HostSystem
}

// of finds the adapter while the host is nobody else's; false where there is none.
func (s *storage) of(ctx *simulator.Context, device string, change func(*types.HostInternetScsiHba)) bool {
	found := false
	ctx.WithLock(s.host, func() {
		if hba := adapter(s.host, device); hba != nil {
			found = true
			change(hba)
		}
	})
	return found
}

func (s *storage) UpdateInternetScsiAlias(ctx *simulator.Context, c *types.UpdateInternetScsiAlias) soap.HasFault {
	body := &methods.UpdateInternetScsiAliasBody{}
	if !s.of(ctx, c.IScsiHbaDevice, func(hba *types.HostInternetScsiHba) { hba.IScsiAlias = c.IScsiAlias }) {
		body.Fault_ = missing()
		return body
	}
	body.Res = &types.UpdateInternetScsiAliasResponse{}
	return body
}

func (s *storage) UpdateInternetScsiName(ctx *simulator.Context, c *types.UpdateInternetScsiName) soap.HasFault {
	body := &methods.UpdateInternetScsiNameBody{}
	if !s.of(ctx, c.IScsiHbaDevice, func(hba *types.HostInternetScsiHba) { hba.IScsiName = c.IScsiName }) {
		body.Fault_ = missing()
		return body
	}
	body.Res = &types.UpdateInternetScsiNameResponse{}
	return body
}

func (s *storage) AddInternetScsiSendTargets(ctx *simulator.Context, c *types.AddInternetScsiSendTargets) soap.HasFault {
	body := &methods.AddInternetScsiSendTargetsBody{}
	if !s.of(ctx, c.IScsiHbaDevice, func(hba *types.HostInternetScsiHba) {
		hba.ConfiguredSendTarget = append(hba.ConfiguredSendTarget, c.Targets...)
	}) {
		body.Fault_ = missing()
		return body
	}
	body.Res = &types.AddInternetScsiSendTargetsResponse{}
	return body
}

func (s *storage) RemoveInternetScsiSendTargets(ctx *simulator.Context, c *types.RemoveInternetScsiSendTargets) soap.HasFault {
	body := &methods.RemoveInternetScsiSendTargetsBody{}
	if !s.of(ctx, c.IScsiHbaDevice, func(hba *types.HostInternetScsiHba) {
		hba.ConfiguredSendTarget = slices.DeleteFunc(hba.ConfiguredSendTarget, func(t types.HostInternetScsiHbaSendTarget) bool {
			return slices.ContainsFunc(c.Targets, func(gone types.HostInternetScsiHbaSendTarget) bool {
				return t.Address == gone.Address && t.Port == gone.Port
			})
		})
	}) {
		body.Fault_ = missing()
		return body
	}
	body.Res = &types.RemoveInternetScsiSendTargetsResponse{}
	return body
}

func (s *storage) AddInternetScsiStaticTargets(ctx *simulator.Context, c *types.AddInternetScsiStaticTargets) soap.HasFault {
	body := &methods.AddInternetScsiStaticTargetsBody{}
	if !s.of(ctx, c.IScsiHbaDevice, func(hba *types.HostInternetScsiHba) {
		hba.ConfiguredStaticTarget = append(hba.ConfiguredStaticTarget, c.Targets...)
	}) {
		body.Fault_ = missing()
		return body
	}
	body.Res = &types.AddInternetScsiStaticTargetsResponse{}
	return body
}

func (s *storage) RemoveInternetScsiStaticTargets(ctx *simulator.Context, c *types.RemoveInternetScsiStaticTargets) soap.HasFault {
	body := &methods.RemoveInternetScsiStaticTargetsBody{}
	if !s.of(ctx, c.IScsiHbaDevice, func(hba *types.HostInternetScsiHba) {
		hba.ConfiguredStaticTarget = slices.DeleteFunc(hba.ConfiguredStaticTarget, func(t types.HostInternetScsiHbaStaticTarget) bool {
			return slices.ContainsFunc(c.Targets, func(gone types.HostInternetScsiHbaStaticTarget) bool {
				return t.Address == gone.Address && t.Port == gone.Port && t.IScsiName == gone.IScsiName
			})
		})
	}) {
		body.Fault_ = missing()
		return body
	}
	body.Res = &types.RemoveInternetScsiStaticTargetsResponse{}
	return body
}

func (s *storage) UpdateInternetScsiAdvancedOptions(ctx *simulator.Context, c *types.UpdateInternetScsiAdvancedOptions) soap.HasFault {
	body := &methods.UpdateInternetScsiAdvancedOptionsBody{}
	if !s.of(ctx, c.IScsiHbaDevice, func(hba *types.HostInternetScsiHba) {
		for _, option := range c.Options {
			for i := range hba.AdvancedOptions {
				if hba.AdvancedOptions[i].Key == option.Key {
					hba.AdvancedOptions[i].Value = option.Value
				}
			}
		}
	}) {
		body.Fault_ = missing()
		return body
	}
	body.Res = &types.UpdateInternetScsiAdvancedOptionsResponse{}
	return body
}

// SetMultipathLunPolicy wants the id of a logical unit, which is neither its key nor the name of its disk.
func (s *storage) SetMultipathLunPolicy(ctx *simulator.Context, c *types.SetMultipathLunPolicy) soap.HasFault {
	body := &methods.SetMultipathLunPolicyBody{Fault_: missing()}
	ctx.WithLock(s.host, func() {
		units := s.host.Config.StorageDevice.MultipathInfo.Lun
		for i := range units {
			if units[i].Id == c.LunId {
				units[i].Policy = c.Policy
				body.Fault_ = nil
				body.Res = &types.SetMultipathLunPolicyResponse{}
			}
		}
	})
	return body
}

func (s *storage) RescanHba(*simulator.Context, *types.RescanHba) soap.HasFault {
	return &methods.RescanHbaBody{Res: &types.RescanHbaResponse{}}
}

func (s *storage) RescanVmfs(*simulator.Context, *types.RescanVmfs) soap.HasFault {
	return &methods.RescanVmfsBody{Res: &types.RescanVmfsResponse{}}
}

// What a saved host has no manager for, and the calls that the simulator answers with MethodNotFound: without them nobody else's
// program would ever read what is sent to a host. Messages are decoded and told again by govmomi's own types, so that a field in the
// wrong place or of another name is lost here and missed when it is read back. What a call does is written from vSphere's
// documentation, and is no evidence of what a host does.
package main

import (
	"slices"

	"github.com/vmware/govmomi/simulator"
	"github.com/vmware/govmomi/vim25/methods"
	"github.com/vmware/govmomi/vim25/mo"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
)

// managed gives each host of a loaded inventory the managers that it names and that were not saved.
func managed(all *simulator.Registry) {
	for _, entity := range all.All("HostSystem") {
		host, ok := entity.(*simulator.HostSystem)
		if !ok || host.Config == nil {
			continue
		}
		refs := host.ConfigManager
		if at := refs.AdvancedOption; at != nil && all.Get(*at) == nil {
			if options, ok := simulator.NewOptionManager(at, nil, &host.Config.Option).(mo.Reference); ok {
				all.Put(options)
			}
		}
		if at := refs.IscsiManager; at != nil && all.Get(*at) == nil {
			made := &bindings{host: host}
			made.Self = *at
			all.Put(made)
		}
		if at := refs.StorageSystem; at != nil && all.Get(*at) == nil {
			made := &storage{host: host}
			made.Self = *at
			made.StorageDeviceInfo = host.Config.StorageDevice
			all.Put(made)
		}
		if at := refs.NetworkSystem; at != nil {
			if saved, ok := all.Get(*at).(*simulator.HostNetworkSystem); ok {
				all.Put(&network{HostNetworkSystem: saved, host: host})
			}
		}
	}
}

func invalid(property string) *soap.Fault {
	return simulator.Fault("A specified parameter was not correct: "+property, &types.InvalidArgument{InvalidProperty: property})
}

func missing() *soap.Fault { return simulator.Fault("not found", &types.NotFound{}) }

// bindings are the vmkernel adapters of iSCSI adapters.
type bindings struct {
	mo.IscsiManager
	host  *simulator.HostSystem
	bound []string
}

func (b *bindings) QueryBoundVnics(c *types.QueryBoundVnics) soap.HasFault {
	body := &methods.QueryBoundVnicsBody{}
	if adapter(b.host, c.IScsiHbaName) == nil {
		body.Fault_ = missing()
		return body
	}
	body.Res = &types.QueryBoundVnicsResponse{}
	for _, device := range b.bound {
		body.Res.Returnval = append(body.Res.Returnval, types.IscsiPortInfo{VnicDevice: device, PathStatus: "notUsed"})
	}
	return body
}

func (b *bindings) BindVnic(c *types.BindVnic) soap.HasFault {
	body := &methods.BindVnicBody{}
	known := slices.ContainsFunc(b.host.Config.Network.Vnic, func(v types.HostVirtualNic) bool { return v.Device == c.VnicDevice })
	switch {
	case adapter(b.host, c.IScsiHbaName) == nil || !known:
		body.Fault_ = missing()
	case slices.Contains(b.bound, c.VnicDevice):
		body.Fault_ = simulator.Fault("bound already", &types.IscsiFaultVnicAlreadyBound{VnicDevice: c.VnicDevice})
	default:
		b.bound = append(b.bound, c.VnicDevice)
		body.Res = &types.BindVnicResponse{}
	}
	return body
}

func (b *bindings) UnbindVnic(c *types.UnbindVnic) soap.HasFault {
	body := &methods.UnbindVnicBody{}
	at := slices.Index(b.bound, c.VnicDevice)
	if adapter(b.host, c.IScsiHbaName) == nil || at < 0 {
		body.Fault_ = simulator.Fault("not bound", &types.IscsiFaultVnicNotBound{VnicDevice: c.VnicDevice})
		return body
	}
	b.bound = slices.Delete(b.bound, at, at+1)
	body.Res = &types.UnbindVnicResponse{}
	return body
}

func adapter(host *simulator.HostSystem, device string) *types.HostInternetScsiHba {
	for _, hba := range host.Config.StorageDevice.HostBusAdapter {
		if iscsi, ok := hba.(*types.HostInternetScsiHba); ok && iscsi.Device == device {
			return iscsi
		}
	}
	return nil
}

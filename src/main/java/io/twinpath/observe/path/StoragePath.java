package io.twinpath.observe.path;

import java.util.Optional;

/**
 * One path to one device.
 *
 * @param device such as {@code naa.6001405…}
 * @param runtimeName such as {@code vmhba64:C0:T0:L0}
 * @param state in the host's word: {@code active}, {@code standby}, {@code dead}, …
 * @param transport in the host's word: {@code iscsi}, {@code sas}, …
 * @param carrier what carries it, when it is iSCSI and the host tells
 */
public record StoragePath(
        String device, String runtimeName, String state, String transport, Optional<Carrier> carrier) {

    /**
     * The network part of a path.
     *
     * @param vmk the VMkernel interface that the session is bound to
     * @param portGroup where that stands
     * @param vmnic the NIC port in use; empty when none of the effective uplinks has a link
     * @param nic what that NIC is, in the host's words
     */
    public record Carrier(String vmk, String portGroup, Optional<String> vmnic, Optional<String> nic) {}

    public boolean active() {
        return state.equals("active");
    }
}

package io.twinpath.lab.esxcli;

import io.twinpath.lab.site.Datastore;
import io.twinpath.lab.site.Effects;
import io.twinpath.lab.site.Vm;
import java.util.List;
import java.util.Optional;

/**
 * A virtual machine as its host registers it. A stalled one still runs for its host, which is the trouble with it.
 *
 * @param id the number that {@code vim-cmd} knows it by
 */
record VirtualMachine(HostView host, String name, Vm vm, int id) {

    private static final int FIRST_WORLD = 2_100_000;

    /** Every machine registered on a host, by id. */
    static List<VirtualMachine> registered(HostView host) {
        List<String> names = List.copyOf(host.site().vms.keySet());
        return host.site().vms.entrySet().stream()
                .filter(e -> e.getValue().host.equals(host.name()))
                .map(e -> new VirtualMachine(host, e.getKey(), e.getValue(), 1 + names.indexOf(e.getKey())))
                .toList();
    }

    static List<VirtualMachine> running(HostView host) {
        return registered(host).stream().filter(VirtualMachine::on).toList();
    }

    boolean on() {
        return new Effects(host.site()).powered(name);
    }

    Structure process() {
        int world = FIRST_WORLD + 10 * id;
        return Structure.of("VirtualMachine", name)
                .with("World ID", world + 1)
                .with("Process ID", 0)
                .with("VMX Cartel ID", world)
                .with("UUID", uuid())
                .with("Display Name", name)
                .with("Config File", HostView.volume(volume()) + "/" + file());
    }

    String datastore() {
        return vm.home;
    }

    String file() {
        return name + "/" + name + ".vmx";
    }

    private String volume() {
        return Optional.ofNullable(host.site().datastores.get(datastore()))
                .map(Datastore::uuid)
                .orElse("");
    }

    /** In pairs of digits, with a dash in the middle. */
    private String uuid() {
        String digits = vm.uuid.replace("-", "");
        StringBuilder pairs = new StringBuilder();
        for (int i = 0; i + 1 < digits.length(); i += 2) {
            pairs.append(i == 0 ? "" : i == 16 ? "-" : " ").append(digits, i, i + 2);
        }
        return pairs.toString();
    }
}

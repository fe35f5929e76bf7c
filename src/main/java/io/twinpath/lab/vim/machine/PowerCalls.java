package io.twinpath.lab.vim.machine;

import io.twinpath.lab.site.Aftermath;
import io.twinpath.lab.site.Capacity;
import io.twinpath.lab.site.Effects;
import io.twinpath.lab.site.Vm;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.SoapFault;
import io.twinpath.lab.vim.Methods;
import io.twinpath.lab.vim.Work;
import io.twinpath.lab.vim.World;
import java.util.List;
import java.util.Map;

/** Switches a machine on and off. */
final class PowerCalls {

    private static final String ON = "poweredOn";
    private static final String OFF = "poweredOff";
    private static final String SUSPENDED = "suspended";
    private static final int MHZ_TOLERANCE = 100;

    private final World world;
    private final String name;

    PowerCalls(World world, String name) {
        this.world = world;
        this.name = name;
    }

    Methods methods() {
        return Methods.none()
                .task("PowerOnVM_Task", call -> Work.once(this::start))
                .task("PowerOffVM_Task", call -> Work.once(this::stop))
                .task("SuspendVM_Task", call -> Work.once(this::suspend))
                .task("ResetVM_Task", call -> Work.once(this::reset))
                .does("ShutdownGuest", call -> guest(false))
                .does("RebootGuest", call -> guest(true));
    }

    /** The power state as the API knows it: what hangs is on, what was lost is off. */
    static String state(World world, String name) {
        Vm vm = world.site().vm(name);
        if (vm.suspended) {
            return SUSPENDED;
        }
        return new Effects(world.site()).powered(name) ? ON : OFF;
    }

    static SoapFault wrongState(World world, String name, String needed) {
        String is = state(world, name);
        return new SoapFault(
                "The attempted operation cannot be performed in the current state (" + words(is) + ").",
                Data.of("InvalidPowerState").text("requestedState", needed).text("existingState", is));
    }

    private static String words(String state) {
        return switch (state) {
            case ON -> "Powered on";
            case OFF -> "Powered off";
            default -> "Suspended";
        };
    }

    private Vm vm() {
        return world.site().vm(name);
    }

    private void start() {
        if (state(world, name).equals(ON)) {
            throw wrongState(world, name, ON);
        }
        Vm vm = vm();
        if (!world.responds(vm.host)) {
            throw Faults.of(
                    "HostNotConnected", "Unable to communicate with the remote host, since it is disconnected.");
        }
        if (world.host(vm.host).maintenance) {
            throw Faults.invalidState();
        }
        List<String> missing = new Effects(world.site()).unreachable(vm);
        if (!missing.isEmpty()) {
            throw new SoapFault(
                    "Unable to access file [" + missing.getFirst() + "]",
                    Data.of("FileNotFound")
                            .text("file", "[" + missing.getFirst() + "] " + name + "/" + name + ".vmdk"));
        }
        latency(vm);
        room(vm);
        Aftermath.start(vm);
    }

    /** High latency sensitivity needs all of its memory and processors guaranteed. */
    private void latency(Vm vm) {
        long cpu = (long) vm.cpus * world.host(vm.host).processor.mhz();
        if (vm.latency.equals("high") && vm.reservedMemory() < vm.memoryMib) {
            throw Faults.of(
                    "GenericVmConfigFault",
                    "Invalid memory setting: memory reservation (sched.mem.min) should be equal to memsize("
                            + vm.memoryMib + ").");
        }
        if (vm.latency.equals("high") && vm.cpu.reservation + MHZ_TOLERANCE < cpu) {
            throw Faults.of(
                    "GenericVmConfigFault",
                    "Invalid CPU reservation for the latency-sensitive VM, (sched.cpu.min) should be at least " + cpu
                            + " MHz.");
        }
    }

    private void room(Vm vm) {
        Capacity capacity = new Capacity(world.site());
        if (!capacity.fitsCpu(vm.host, vm)) {
            throw Reconfiguring.insufficient(
                    "InsufficientCpuResourcesFault", "CPU", capacity.freeCpu(vm.host), vm.cpu.reservation);
        }
        if (!capacity.fitsMemory(vm.host, vm)) {
            throw Reconfiguring.insufficient(
                    "InsufficientMemoryResourcesFault", "memory", capacity.freeMemory(vm.host), vm.reservedMemory());
        }
        world.site()
                .clusterOf(vm.host)
                .map(Map.Entry::getValue)
                .filter(c -> !capacity.admitted(c, vm))
                .ifPresent(c -> {
                    throw Faults.of(
                            "InsufficientFailoverResourcesFault",
                            "Insufficient resources to satisfy configured failover level for vSphere HA.");
                });
    }

    private void stop() {
        if (state(world, name).equals(OFF)) {
            throw wrongState(world, name, OFF);
        }
        off(vm());
    }

    private static void off(Vm vm) {
        vm.on = false;
        vm.suspended = false;
        vm.lost = false;
        vm.waiting = false;
    }

    private void suspend() {
        needOn(SUSPENDED);
        off(vm());
        vm().suspended = true;
    }

    private void reset() {
        needOn(ON);
        Aftermath.start(vm());
    }

    private void guest(boolean again) {
        needOn(again ? ON : OFF);
        if (new Effects(world.site()).vm(name) != Effects.VmState.RUNNING) {
            throw Faults.of(
                    "ToolsUnavailable",
                    "Cannot complete operation because VMware Tools is not running in this virtual machine.");
        }
        if (again) {
            Aftermath.start(vm());
        } else {
            off(vm());
        }
    }

    private void needOn(String requested) {
        if (!state(world, name).equals(ON)) {
            throw wrongState(world, name, requested);
        }
    }
}

package io.twinpath.lab.site;

import io.twinpath.diag.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Carries out operations. Returns a sentence about what happened; a refused operation changes nothing. */
public final class Operations {

    private final Site site;
    private final Instant now;

    public Operations(Site site, Instant now) {
        this.site = site;
        this.now = now;
    }

    /** Carries out an operation and all that follows from it, as though time had passed until nothing more happens. */
    public Result<String> apply(Operation operation) {
        Result<String> done = only(operation);
        if (done instanceof Result.Ok<String>) {
            Aftermath.settle(site, now);
        }
        return done;
    }

    /** Carries out an operation on the parts and lets machines be where they are. */
    Result<String> only(Operation operation) {
        return switch (operation) {
            case Operation.Fail fail -> Components.parse(site, fail.component()).map(this::fail);
            case Operation.Repair repair ->
                Components.parse(site, repair.component()).map(this::repair);
            case Operation.SwitchPower power -> onHost(power.toString(), power.host(), h -> power(power, h));
            case Operation.PlaceCard card -> onHost(card.toString(), card.host(), h -> card(card, h));
            case Operation.Attend attend -> attend(attend);
        };
    }

    private String fail(Component component) {
        return site.failed.add(component.toString()) ? component + " has failed." : component + " had failed already.";
    }

    private String repair(Component component) {
        return site.failed.remove(component.toString())
                ? component + " works again."
                : component + " was working already.";
    }

    private Result<String> power(Operation.SwitchPower power, Host host) {
        if (host.powered == power.on()) {
            return Result.ok(power.host() + " was " + (power.on() ? "on" : "off") + " already.");
        }
        host.powered = power.on();
        if (power.on()) {
            Power.boot(site, power.host(), host, now);
        }
        return Result.ok(power.host() + " is " + (power.on() ? "on." : "off."));
    }

    private Result<String> attend(Operation.Attend attend) {
        Vm vm = site.vms.get(attend.vm());
        if (vm == null) {
            return Result.failed(
                    LabProblem.unknownComponent(attend.toString(), "machine", attend.vm(), site.vms.keySet()));
        }
        if (!new Links(site).alive(vm.host, site.host(vm.host))) {
            return Result.failed(LabProblem.machineCannotStart(attend.vm(), vm.host + " is down"));
        }
        List<String> missing = new Effects(site).unreachable(vm);
        if (!vm.started() && !missing.isEmpty()) {
            return Result.failed(LabProblem.machineCannotStart(
                    attend.vm(), vm.host + " cannot reach " + String.join(", ", missing)));
        }
        Aftermath.start(vm);
        vm.waiting = false;
        return Result.ok(attend.vm() + " runs on " + vm.host + ".");
    }

    private Result<String> card(Operation.PlaceCard card, Host host) {
        boolean none = card.model().equals(Operation.PlaceCard.NONE);
        if (!host.slots.containsKey(card.slot())) {
            return Result.failed(LabProblem.unknownComponent(
                    card.toString(), "slot on " + card.host(), card.slot(), host.slots.keySet()));
        }
        Optional<CardModel> model = CardModel.named(card.model());
        if (!none && model.isEmpty()) {
            return Result.failed(
                    LabProblem.unknownComponent(card.toString(), "card model", card.model(), CardModel.ids()));
        }
        if (host.powered) {
            return Result.failed(LabProblem.hostIsOn(card.host()));
        }
        takeOut(card.host(), host, card.slot());
        model.ifPresent(m -> putIn(host, card.slot(), m));
        return Result.ok(
                card.host() + ": slot " + card.slot() + (none ? " is empty." : " holds " + card.model() + "."));
    }

    private void takeOut(String hostName, Host host, String slot) {
        Hardware.nics(hostName, host).stream()
                .filter(n -> n.slot().equals(slot))
                .forEach(n -> site.failed.remove(new Component.NicPort(hostName, n.name()).toString()));
        site.failed.remove(new Component.CardIn(hostName, slot).toString());
        host.cards.remove(slot);
        host.cables.keySet().removeIf(socket -> socket.startsWith(slot + "/"));
    }

    private static void putIn(Host host, String slot, CardModel model) {
        Card card = new Card();
        card.model = model.id();
        host.cards.put(slot, card);
        for (int port = 0; port < model.ports(); port++) {
            String socket = slot + "/" + port;
            Optional.ofNullable(host.plannedCables.get(socket)).ifPresent(c -> host.cables.put(socket, c));
        }
    }

    private Result<String> onHost(String typed, String name, Function<Host, Result<String>> action) {
        return Optional.ofNullable(site.hosts.get(name))
                .map(action)
                .orElseGet(() -> Result.failed(LabProblem.unknownComponent(typed, "host", name, site.hosts.keySet())));
    }
}

package io.twinpath.cli;

import io.twinpath.lab.site.LabSites;
import io.twinpath.lab.site.Operation;
import java.util.concurrent.Callable;
import picocli.CommandLine.ParameterException;

/** Verbs of the simulated site. */
final class LabVerb implements Callable<Integer> {

    private final Invocation run;
    private final Syntax syntax;

    private int hosts;
    private long seed = 1;
    private String component = "";
    private String machine = "";
    private String host = "";
    private String state = "";
    private String slot = "";
    private String model = "";

    LabVerb(Invocation run) {
        this.run = run;
        this.syntax = describe();
    }

    Syntax syntax() {
        return syntax;
    }

    private Syntax describe() {
        return Syntax.verb(
                        "lab",
                        this,
                        "Run a simulated site, and make things happen to it.",
                        "Without --lab, operations change the site that the project keeps under .twinpath/.")
                .verbs(
                        attend(),
                        card(),
                        fail(),
                        generate(),
                        power(),
                        repair(),
                        new LabServe(run.console()).syntax(),
                        status())
                .examples(
                        "twinpath lab serve lain-2022-10-13 --endpoints lab.json",
                        "twinpath --lab lab.json lab fail nic:esxi3.lain.local/vmnic4",
                        "twinpath --lab lab.json lab card esxi3.lain.local 5 broadcom-57810");
    }

    private Syntax status() {
        return Syntax.verb("status", this::tell, "Say how hosts and machines stand, and what the site did by itself.")
                .examples("twinpath lab status", "twinpath --lab lab.json lab status", "twinpath -C site lab status");
    }

    private int tell() throws CliException {
        new LabStatusText(new LabControl(run).status()).lines().forEach(run.out()::println);
        return Exit.DONE.code();
    }

    private Syntax attend() {
        return Syntax.verb(
                        "attend",
                        () -> operate(new Operation.Attend(machine)),
                        "Go to a virtual machine: start it, and unlock what waits for a person.")
                .parameter("VM", String.class, given -> machine = given)
                .examples(
                        "twinpath lab attend pomf",
                        "twinpath --lab lab.json lab attend pomf",
                        "twinpath -C site lab attend pfsense");
    }

    private Syntax generate() {
        return Syntax.verb("generate", this::writeSite, "Write the YAML of a larger site to standard output.")
                .required("--hosts", "N", Integer.class, given -> hosts = given, "How many hosts, 1 to 20000.")
                .option("--seed", "N", Long.class, given -> seed = given, "Decides how they differ.")
                .examples(
                        "twinpath lab generate --hosts 100",
                        "twinpath lab generate --hosts 3 --seed 7",
                        "twinpath lab generate --hosts 1000 > site.yml");
    }

    private Syntax fail() {
        return Syntax.verb(
                        "fail",
                        () -> operate(new Operation.Fail(component)),
                        "Break a part: nic:HOST/vmnicN, card:HOST/SLOT, switch:, portal:, array:, lun:, host:.")
                .parameter("COMPONENT", String.class, given -> component = given)
                .examples(
                        "twinpath lab fail nic:esxi3.lain.local/vmnic4",
                        "twinpath lab fail switch:sw1",
                        "twinpath --lab lab.json lab fail host:esxi1.lain.local");
    }

    private Syntax repair() {
        return Syntax.verb("repair", () -> operate(new Operation.Repair(component)), "Mend a part that was broken.")
                .parameter("COMPONENT", String.class, given -> component = given)
                .examples(
                        "twinpath lab repair nic:esxi3.lain.local/vmnic4",
                        "twinpath lab repair switch:sw1",
                        "twinpath --lab lab.json lab repair host:esxi1.lain.local");
    }

    private Syntax power() {
        return Syntax.verb("power", this::switchPower, "Press a host's power button.")
                .parameter("HOST", String.class, given -> host = given)
                .parameter("on|off", String.class, given -> state = given)
                .examples(
                        "twinpath lab power esxi3.lain.local off",
                        "twinpath lab power esxi3.lain.local on",
                        "twinpath --lab lab.json lab power esxi1.lain.local off");
    }

    private Syntax card() {
        return Syntax.verb(
                        "card",
                        () -> operate(new Operation.PlaceCard(host, slot, model)),
                        "Put a card into a slot, or take it out with \"none\". The host must be off.")
                .parameter("HOST", String.class, given -> host = given)
                .parameter("SLOT", String.class, given -> slot = given)
                .parameter("MODEL|none", String.class, given -> model = given)
                .examples(
                        "twinpath lab card esxi3.lain.local 5 broadcom-57810",
                        "twinpath lab card esxi3.lain.local 5 none",
                        "twinpath --lab lab.json lab card esxi3.lain.local 3 broadcom-57810");
    }

    @Override
    public Integer call() {
        throw unusable("say what is to happen: serve, generate, status, fail, repair, power, card or attend");
    }

    private int writeSite() {
        try {
            run.out().print(LabSites.generate(hosts, seed));
        } catch (IllegalArgumentException e) {
            throw unusable("--hosts: " + e.getMessage());
        }
        return Exit.DONE.code();
    }

    private int switchPower() throws CliException {
        if (!state.equals("on") && !state.equals("off")) {
            throw unusable("power is on or off, not " + state);
        }
        return operate(new Operation.SwitchPower(host, state.equals("on")));
    }

    private int operate(Operation operation) throws CliException {
        String said = new LabControl(run).apply(operation);
        run.out().println(said);
        return Exit.DONE.code();
    }

    private ParameterException unusable(String why) {
        return new ParameterException(syntax.spec().commandLine(), why);
    }
}

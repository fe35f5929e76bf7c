package io.twinpath.lab;

import com.fasterxml.jackson.databind.JsonNode;
import io.twinpath.diag.Result;
import io.twinpath.lab.control.ControlServer;
import io.twinpath.lab.control.Controlled;
import io.twinpath.lab.site.Json;
import io.twinpath.lab.site.LabProblem;
import io.twinpath.lab.site.LabSites;
import io.twinpath.lab.site.LabState;
import io.twinpath.lab.site.Operation;
import io.twinpath.lab.site.Site;
import io.twinpath.lab.ssh.SshSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A simulated site that runs: SSH and API of every host, the API of the vCenter, and a control channel, all on loopback, until it is closed. */
public final class Lab implements AutoCloseable, Controlled {

    private final RunningSite site;
    private final SshSite servers;
    private final List<SimulatedHost> hosts = new ArrayList<>();
    private final SimulatedApis apis;
    private final Follower follower = new Follower(this::follow);
    private final ControlServer control;

    private Lab(RunningSite site, LabOptions options) throws IOException {
        this.site = site;
        this.servers = new SshSite(options.clock(), site.log());
        try {
            for (String host : site.site().hosts.keySet()) {
                hosts.add(SimulatedHost.open(site, host, options.ports().getOrDefault(host, 0), servers));
            }
            this.apis = new SimulatedApis(site);
            this.control = ControlServer.open(this);
        } catch (IOException wrong) {
            servers.close();
            throw wrong;
        }
        site.keep();
        site.onCommand(follower::wake);
        follow();
    }

    /**
     * Starts a site by the name of a bundled one or by path. When the options name a state file that exists, the site is
     * taken up as it was kept there, with the same host keys and passwords.
     */
    public static Result<Lab> open(String nameOrPath, LabOptions options) {
        SshSite.prepare();
        Result<Site> site = options.state().filter(Files::exists).isPresent()
                ? resume(nameOrPath, options.state().orElseThrow())
                : LabSites.open(nameOrPath, options.clock().instant());
        return site instanceof Result.Ok<Site> ok ? open(ok.value(), options) : site.map(s -> unreached());
    }

    /** Starts a site that was read already. */
    public static Result<Lab> open(Site site, LabOptions options) {
        try {
            LabLog log = LabLog.open(options.log());
            return Result.ok(new Lab(new RunningSite(site, options.state(), options.clock(), log), options));
        } catch (IOException wrong) {
            return Result.failed(LabProblem.cannotServe(site.name, LabProblem.why(wrong)));
        }
    }

    public Endpoints endpoints() {
        NavigableMap<String, HostEndpoint> byName = new TreeMap<>();
        List<String> names = List.copyOf(site.site().hosts.keySet());
        for (int i = 0; i < names.size(); i++) {
            byName.put(names.get(i), new HostEndpoint(hosts.get(i).endpoint(), apis.endpoint(names.get(i))));
        }
        return new Endpoints(byName, apis.centre(), control.endpoint());
    }

    /** Makes something happen. When this returns, hosts that it cut off are cut off. */
    @Override
    public Result<String> apply(Operation operation) {
        Result<String> result = site.apply(operation);
        follow();
        return result;
    }

    public LabStatus status() {
        return site.look(LabStatus::of);
    }

    @Override
    public JsonNode describe() {
        return Json.json().valueToTree(status());
    }

    @Override
    public void close() {
        control.close();
        follower.close();
        apis.close();
        hosts.forEach(SimulatedHost::close);
        servers.close();
        try {
            site.log().close();
        } catch (IOException lost) {
            // Every line was flushed when it was written.
        }
    }

    private synchronized void follow() {
        hosts.forEach(SimulatedHost::follow);
        apis.follow();
    }

    private static Result<Site> resume(String nameOrPath, Path file) {
        Result<LabState> state = LabState.load(file);
        if (LabSites.bundled().contains(nameOrPath)
                && state instanceof Result.Ok<LabState> ok
                && !ok.value().site().name.equals(nameOrPath)) {
            return Result.failed(LabProblem.stateUnreadable(
                    file.toString(),
                    "it holds the site \"" + ok.value().site().name + "\", not \"" + nameOrPath + "\""));
        }
        return state.map(LabState::site);
    }

    private static Lab unreached() {
        throw new IllegalStateException("a failure maps nothing");
    }
}

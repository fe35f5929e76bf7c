package io.twinpath.lab;

import io.twinpath.lab.site.Host;
import io.twinpath.lab.site.Links;
import io.twinpath.lab.site.Reach;
import io.twinpath.lab.site.VCenter;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.SoapServer;
import io.twinpath.lab.vim.Accounts;
import io.twinpath.lab.vim.CallLog;
import io.twinpath.lab.vim.Guard;
import io.twinpath.lab.vim.VimService;
import io.twinpath.lab.vim.World;
import java.io.IOException;
import java.util.Optional;

/** One API that is served: that of the vCenter, or that of a host itself. */
final class SimulatedApi implements AutoCloseable {

    private static final String CENTRE = "vCenter";

    private final RunningSite lab;
    private final Optional<String> host;
    private final VimService service;
    private final SoapServer server;
    private String boot = "";

    private SimulatedApi(RunningSite lab, Guard guard, Optional<String> host) throws IOException {
        this.lab = lab;
        this.host = host;
        World world = new World(lab.site(), lab.clock(), guard, host);
        this.service = new VimService(world, accounts(), log());
        this.server = host.isPresent() ? agent(host.orElseThrow(), service) : centre(service);
    }

    /** The API of the vCenter; only of a site that has one. */
    static SimulatedApi centre(RunningSite lab, Guard guard) throws IOException {
        return new SimulatedApi(lab, guard, Optional.empty());
    }

    /** The API of a host, which answers unless its management network is down. */
    static SimulatedApi agent(RunningSite lab, Guard guard, String host) throws IOException {
        return new SimulatedApi(lab, guard, Optional.of(host));
    }

    ApiEndpoint endpoint() {
        return new ApiEndpoint(server.url(), user(), password(), server.sha256());
    }

    /** Follows what has happened: who cannot reach the host's network cannot reach its API, a restart ends sessions. */
    void follow() {
        host.ifPresent(name -> {
            boolean reachable = lab.look(s -> new Reach(s).manageable(name) && new Links(s).alive(name, s.host(name)));
            server.unreachable(!reachable);
            String booted = lab.site().host(name).booted;
            if (!booted.equals(boot)) {
                service.restart();
                boot = booted;
            }
        });
    }

    @Override
    public void close() {
        server.close();
    }

    private SoapServer agent(String name, VimService calls) throws IOException {
        Host own = lab.site().host(name);
        String version = World.apiVersion(own.release.version(), own.release.update());
        SoapServer opened = SoapServer.open(name, 0, own.identity, version, calls);
        own.identity = opened.identity();
        return opened;
    }

    private SoapServer centre(VimService calls) throws IOException {
        VCenter own = vcenter();
        String name = own.name.isEmpty() ? "vcenter" : own.name;
        SoapServer opened = SoapServer.open(name, 0, own.identity, World.apiVersion(own.version, 0), calls);
        own.identity = opened.identity();
        return opened;
    }

    private VCenter vcenter() {
        return Optional.ofNullable(lab.site().vcenter).orElseThrow();
    }

    private String user() {
        return host.map(h -> SimulatedHost.USER).orElseGet(() -> vcenter().user);
    }

    private String password() {
        return host.map(h -> lab.site().host(h).password).orElseGet(() -> vcenter().password);
    }

    private Accounts accounts() {
        return new Accounts() {
            @Override
            public boolean admit(String user, String password) {
                boolean known = user.equals(user()) && password.equals(password());
                if (known && host.isPresent() && !own().lockdown.equals("lockdownDisabled")) {
                    throw Faults.noPermission(new Ref("Folder", "ha-folder-root"), "System.View");
                }
                return known;
            }

            @Override
            public boolean restricted() {
                return host.isPresent() && own().freeLicence;
            }
        };
    }

    private Host own() {
        return lab.site().host(host.orElseThrow());
    }

    private CallLog log() {
        String server = host.orElse(CENTRE);
        return (World world, Element method, Ref on, Optional<String> fault) ->
                lab.log().soap(lab.clock().instant(), server, method.name(), on.toString(), fault);
    }
}

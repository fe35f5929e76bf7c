package io.twinpath.lab.site;

import java.util.ArrayList;
import java.util.List;

/** The NTP client of a host of release 7.0 or later; earlier ones have {@link HostFiles#NTP} and a service. */
public final class NtpClient {

    public boolean enabled;
    public List<String> servers = new ArrayList<>();
}

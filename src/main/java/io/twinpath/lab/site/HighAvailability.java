package io.twinpath.lab.site;

import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** vSphere HA as a cluster is set to do it. */
public final class HighAvailability {

    public static final int DEFAULT_APD_DELAY = 180;

    public boolean enabled;
    public boolean hostMonitoring = true;

    /** {@code vmMonitoringDisabled}, {@code vmMonitoringOnly} or {@code vmAndAppMonitoring}. */
    public String vmMonitoring = "vmMonitoringDisabled";

    /** Whether VM component protection acts at all. */
    public boolean componentProtection;

    public Admission admission = new Admission();

    /** {@code disabled}, {@code lowest}, {@code low}, {@code medium}, {@code high} or {@code highest}. */
    public String restartPriority = "medium";

    /** {@code none}, {@code powerOff} or {@code shutdown}. */
    public String isolationResponse = "none";

    /** {@code disabled}, {@code warning}, {@code restartConservative} or {@code restartAggressive}. */
    public String onApd = "disabled";

    /** {@code disabled}, {@code warning} or {@code restartAggressive}. */
    public String onPdl = "disabled";

    /** Seconds between the time-out of a host and what is done about it. */
    public int apdDelay = DEFAULT_APD_DELAY;

    /** {@code none} or {@code reset}. */
    public String apdCleared = "none";

    public NavigableSet<String> heartbeatDatastores = new TreeSet<>();

    /** {@code userSelectedDs}, {@code allFeasibleDs} or {@code allFeasibleDsWithUserPreference}. */
    public String heartbeatPolicy = "allFeasibleDsWithUserPreference";

    /** Advanced options by key. */
    public NavigableMap<String, String> options = new TreeMap<>();
}

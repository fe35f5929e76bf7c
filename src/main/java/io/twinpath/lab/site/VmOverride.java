package io.twinpath.lab.site;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/** What a cluster does otherwise for one machine. What is null is as for the others. */
public final class VmOverride {

    public @Nullable String restartPriority;
    public @Nullable String isolationResponse;
    public @Nullable String onApd;
    public @Nullable String onPdl;
    public @Nullable Integer apdDelay;
    public @Nullable String apdCleared;
    public @Nullable Boolean drs;
    public @Nullable String drsBehavior;

    @JsonIgnore
    public boolean aboutHa() {
        return restartPriority != null || isolationResponse != null || aboutStorage();
    }

    @JsonIgnore
    public boolean aboutStorage() {
        return onApd != null || onPdl != null || apdDelay != null || apdCleared != null;
    }

    @JsonIgnore
    public boolean aboutDrs() {
        return drs != null || drsBehavior != null;
    }

    static <T> T or(@Nullable T own, T common) {
        return own == null ? common : own;
    }
}

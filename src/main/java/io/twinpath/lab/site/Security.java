package io.twinpath.lab.site;

import org.jspecify.annotations.Nullable;

/** A layer 2 security policy; a null field is not set here but inherited. */
public final class Security {

    public @Nullable Boolean promiscuous;
    public @Nullable Boolean macChange;
    public @Nullable Boolean forgedTransmits;

    /** The first that is set, else the release's default. */
    public static boolean choose(@Nullable Boolean own, @Nullable Boolean inherited, boolean fallback) {
        if (own != null) {
            return own;
        }
        return inherited != null ? inherited : fallback;
    }
}

package io.twinpath.lab.site;

/** Where a host writes its log and whom it sends it to. */
public final class Logging {
    public String remote = "";
    public String directory = "/scratch/log";
    public boolean unique;
    public int rotations = 8;
    public int size = 1024;
    public int droppedRotations = 10;
    public int droppedSize = 100;
    public int queueDropMark = 90;
    public int retry = 180;
    public boolean checkCertificates;

    /** Whether the daemon has read what was set last. */
    public boolean loaded = true;
}

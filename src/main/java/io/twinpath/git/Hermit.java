package io.twinpath.git;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * What JGit may learn of the machine: no configuration but the repository's own. Without this it runs {@code git} to find the
 * system's configuration, and measures the file system by writing files into the repository and keeps the result in the
 * user's folder. JGit has one such object for the whole process.
 */
final class Hermit extends SystemReader {

    private static final long TICK_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final SystemReader machine;

    private Hermit(SystemReader machine) {
        this.machine = machine;
    }

    /** Puts itself in front of what is there, once. */
    static synchronized void settle() {
        SystemReader machine = SystemReader.getInstance();
        if (!(machine instanceof Hermit)) {
            SystemReader.setInstance(new Hermit(machine));
        }
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public String getHostname() {
        return "localhost";
    }

    @Override
    public String getenv(String variable) {
        return machine.getenv(variable);
    }

    @Override
    public String getProperty(String key) {
        return machine.getProperty(key);
    }

    @Override
    @SuppressWarnings("deprecation") // still abstract there
    public long getCurrentTime() {
        return machine.getCurrentTime();
    }

    @Override
    @SuppressWarnings("deprecation") // still abstract there
    public int getTimezone(long when) {
        return machine.getTimezone(when);
    }

    /** A configuration without a file. To the question how finely the file system keeps time it knows a safe answer. */
    private static final class Nothing extends FileBasedConfig {

        Nothing(Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {}

        @Override
        public void save() throws IOException {
            throw new IOException("nothing is written");
        }

        @Override
        public boolean isOutdated() {
            return false;
        }

        @Override
        public long getTimeUnit(String section, String subsection, String name, long fallback, TimeUnit unit) {
            return section.equals("filesystem") ? unit.convert(TICK_NANOS, TimeUnit.NANOSECONDS) : fallback;
        }
    }
}

package io.twinpath.lab.site;

import io.twinpath.diag.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Where sites come from: those that ship with the lab, and files. */
public final class LabSites {

    private static final List<String> BUNDLED = List.of("lain-2022-10-13", "lain-cards-installed");

    private LabSites() {}

    public static List<String> bundled() {
        return BUNDLED;
    }

    /** A site by the name of a bundled one, else by path. */
    public static Result<Site> open(String nameOrPath, Instant now) {
        if (BUNDLED.contains(nameOrPath)) {
            return new SiteReader(nameOrPath, LabSites::text)
                    .read(text(nameOrPath).orElseThrow(), now);
        }
        Path file = Path.of(nameOrPath);
        return Files.exists(file) ? open(file, now) : Result.failed(LabProblem.unknownSite(nameOrPath, BUNDLED));
    }

    public static Result<Site> open(Path file, Instant now) {
        try {
            return new SiteReader(file.toString(), LabSites::text).read(SmallFile.read(file), now);
        } catch (IOException wrong) {
            return Result.failed(LabProblem.unreadable(file.toString(), String.valueOf(wrong.getMessage())));
        }
    }

    /**
     * The YAML of a site of that many hosts, from 1 to {@value SiteGenerator#MOST_HOSTS}.
     *
     * @param seed decides how the hosts differ
     */
    public static String generate(int hosts, long seed) {
        return SiteGenerator.generate(hosts, seed);
    }

    /** The YAML of a bundled site. */
    public static Result<String> text(String name) {
        if (!BUNDLED.contains(name)) {
            return Result.failed(LabProblem.unknownSite(name, BUNDLED));
        }
        try (InputStream in = LabSites.class.getResourceAsStream("/lab/sites/" + name + ".yml")) {
            if (in == null) {
                throw new IllegalStateException("the resource of site " + name + " is missing");
            }
            return Result.ok(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException wrong) {
            return Result.failed(LabProblem.unreadable(name, String.valueOf(wrong.getMessage())));
        }
    }
}

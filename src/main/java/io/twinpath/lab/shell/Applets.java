package io.twinpath.lab.shell;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The small programs that BusyBox brings along. A host's own programs go before them. */
final class Applets {

    private static final SortedMap<String, Applet> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("sh", Scripts::sh),
            Map.entry("ash", Scripts::sh),
            Map.entry("cat", TextApplets::cat),
            Map.entry("head", TextApplets::head),
            Map.entry("tail", TextApplets::tail),
            Map.entry("wc", TextApplets::wc),
            Map.entry("tee", TextApplets::tee),
            Map.entry("sha256sum", call -> TextApplets.digest(call, "SHA-256")),
            Map.entry("md5sum", call -> TextApplets.digest(call, "MD5")),
            Map.entry("grep", Grep::run),
            Map.entry("egrep", Grep::run),
            Map.entry("fgrep", Grep::run),
            Map.entry("sort", Sort::run),
            Map.entry("uniq", Lines::uniq),
            Map.entry("cut", Lines::cut),
            Map.entry("tr", Translate::run),
            Map.entry("mkdir", FileApplets::mkdir),
            Map.entry("rmdir", FileApplets::rmdir),
            Map.entry("mv", FileApplets::mv),
            Map.entry("cp", FileApplets::cp),
            Map.entry("rm", FileApplets::rm),
            Map.entry("ls", FileApplets::ls),
            Map.entry("touch", FileApplets::touch),
            Map.entry("chmod", call -> 0),
            Map.entry("sync", call -> 0),
            Map.entry("basename", SystemApplets::basename),
            Map.entry("dirname", SystemApplets::dirname),
            Map.entry("sleep", SystemApplets::sleep),
            Map.entry("usleep", SystemApplets::sleep),
            Map.entry("uname", SystemApplets::uname),
            Map.entry(
                    "hostname",
                    call -> Builtins.line(call, Octets.of(call.machine().hostname()))),
            Map.entry("date", SystemApplets::date),
            Map.entry("id", SystemApplets::id),
            Map.entry("whoami", call -> Builtins.line(call, "root")),
            Map.entry("which", SystemApplets::which),
            Map.entry("env", SystemApplets::env),
            Map.entry("seq", SystemApplets::seq),
            Map.entry("xargs", SystemApplets::xargs),
            Map.entry("setsid", SystemApplets::runs),
            Map.entry("nohup", SystemApplets::runs)));

    private Applets() {}

    static Optional<Applet> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }
}

package io.twinpath.lab.site;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Nearest;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.List;

/** All that the lab has to say to people, in one place. */
public final class LabProblem {

    private LabProblem() {}

    public static Diagnostic unknownSite(String name, Collection<String> known) {
        return near(
                        Diagnostic.error(
                                "LAB0101",
                                "No such site",
                                "No file and no bundled site is named \"" + name + "\"; bundled are "
                                        + String.join(", ", known) + "."),
                        name,
                        known)
                .about(name);
    }

    public static Diagnostic unreadable(String source, String why) {
        return Diagnostic.error("LAB0102", "Site cannot be read", source + ": " + why + ".")
                .about(source);
    }

    public static Diagnostic malformed(String source, String keyPath, String why) {
        return Diagnostic.error("LAB0103", "Site is malformed", source + ": " + at(keyPath) + why + ".")
                .about(source);
    }

    public static Diagnostic malformed(String source, String keyPath, String key, Collection<String> known) {
        return near(
                malformed(
                        source,
                        keyPath,
                        "unknown key \"" + key + "\"; known are "
                                + String.join(", ", known.stream().sorted().toList())),
                key,
                known);
    }

    public static Diagnostic inconsistent(String source, String keyPath, String why) {
        return Diagnostic.error("LAB0104", "Site contradicts itself", source + ": " + at(keyPath) + why + ".")
                .about(source);
    }

    public static Diagnostic unknownComponent(String typed, String what, String name, Collection<String> known) {
        return near(
                        Diagnostic.error(
                                "LAB0201",
                                "No such part in the lab",
                                "There is no " + what + " \"" + name + "\"; there are " + some(known) + "."),
                        name,
                        known)
                .about(typed);
    }

    public static Diagnostic malformedOperation(String typed, String why) {
        return Diagnostic.error("LAB0202", "Not something the lab can do", "\"" + typed + "\": " + why + ".")
                .hint("fail COMPONENT, repair COMPONENT, power HOST off|on, card HOST SLOT MODEL|none, attend VM")
                .hint(
                        "A COMPONENT is nic:HOST/VMNIC, card:HOST/SLOT, switch:NAME, portal:IP, array:NAME, lun:DEVICE or host:NAME.");
    }

    public static Diagnostic hostIsOn(String host) {
        return Diagnostic.error(
                        "LAB0203",
                        "Cards are changed with the power off",
                        "The host is on; a card cannot be put in or taken out while it runs.")
                .about(host)
                .hint("twinpath lab power " + host + " off");
    }

    public static Diagnostic machineCannotStart(String vm, String why) {
        return Diagnostic.error("LAB0204", "Machine cannot start", "Nobody can start the machine: " + why + ".")
                .about(vm);
    }

    public static Diagnostic stateUnreadable(String file, String why) {
        return Diagnostic.error("LAB0301", "Lab state cannot be used", "The file cannot be used: " + why + ".")
                .about(file)
                .hint("Remove the file to start from the site again.");
    }

    public static Diagnostic stateUnwritable(String file, String why) {
        return Diagnostic.error("LAB0302", "Lab file cannot be written", capital(why) + ".")
                .about(file);
    }

    public static Diagnostic cannotServe(String what, String why) {
        return Diagnostic.error("LAB0303", "Lab cannot serve", capital(why) + ".")
                .about(what);
    }

    public static Diagnostic controlFailed(String address, String why) {
        return Diagnostic.error("LAB0304", "Lab does not answer", capital(why) + ".")
                .about(address)
                .hint("Start it with: twinpath lab serve SITE --endpoints FILE");
    }

    /** What a file or socket refused, in words. */
    public static String why(IOException wrong) {
        return switch (wrong) {
            case NoSuchFileException e -> "the folder of \"" + e.getFile() + "\" does not exist";
            case AccessDeniedException e -> "\"" + e.getFile() + "\" may not be written";
            case FileSystemException e -> "\"" + e.getFile() + "\" cannot be written: " + e.getReason();
            default -> String.valueOf(wrong.getMessage());
        };
    }

    private static String capital(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static String at(String keyPath) {
        return keyPath.isEmpty() ? "" : keyPath + ": ";
    }

    private static String some(Collection<String> names) {
        List<String> sorted = names.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return "none";
        }
        int most = 12;
        String listed = String.join(", ", sorted.subList(0, Math.min(most, sorted.size())));
        return sorted.size() > most ? listed + " and " + (sorted.size() - most) + " more" : listed;
    }

    private static Diagnostic near(Diagnostic diagnostic, String name, Collection<String> known) {
        Diagnostic hinted = diagnostic;
        for (String hint : Nearest.hint(name, known)) {
            hinted = hinted.hint(hint);
        }
        return hinted;
    }
}

package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.Logging;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The settings of a host's log among its advanced options, {@code Syslog.global.*}; the daemon reads them by itself. */
final class LogOptions {

    static final String PREFIX = "Syslog.global.";

    private static final String LOCAL = "[] ";
    private static final Logging FRESH = new Logging();

    /** One of them, with the type of its value. */
    private record Setting(String name, String type, Function<Logging, Object> get, BiConsumer<Logging, String> set) {

        String key() {
            return PREFIX + name;
        }

        Scalar value(Logging log) {
            return new Scalar("xsd:" + type, get.apply(log).toString());
        }
    }

    private static final List<Setting> ALL = List.of(
            new Setting("logHost", "string", l -> l.remote, (l, v) -> l.remote = v),
            new Setting("logDir", "string", l -> folder(l.directory), (l, v) -> l.directory = path(v)),
            new Setting("logDirUnique", "boolean", l -> l.unique, (l, v) -> l.unique = Boolean.parseBoolean(v)),
            new Setting("defaultRotate", "long", l -> l.rotations, (l, v) -> l.rotations = Integer.parseInt(v)),
            new Setting("defaultSize", "long", l -> l.size, (l, v) -> l.size = Integer.parseInt(v)),
            new Setting(
                    "droppedMsgs.fileRotate",
                    "long",
                    l -> l.droppedRotations,
                    (l, v) -> l.droppedRotations = Integer.parseInt(v)),
            new Setting(
                    "droppedMsgs.fileSize", "long", l -> l.droppedSize, (l, v) -> l.droppedSize = Integer.parseInt(v)),
            new Setting(
                    "msgQueueDropMark", "long", l -> l.queueDropMark, (l, v) -> l.queueDropMark = Integer.parseInt(v)),
            new Setting("remoteHost.connectRetryDelay", "long", l -> l.retry, (l, v) -> l.retry = Integer.parseInt(v)),
            new Setting(
                    "certificate.checkSSLCerts",
                    "boolean",
                    l -> l.checkCertificates,
                    (l, v) -> l.checkCertificates = Boolean.parseBoolean(v)));

    private LogOptions() {}

    /** A folder that is not on a datastore stands behind an empty one. */
    private static String folder(String path) {
        return path.startsWith("[") ? path : LOCAL + path;
    }

    private static String path(String folder) {
        return folder.startsWith(LOCAL) ? folder.substring(LOCAL.length()) : folder;
    }

    /** Those whose key is this or begins with it. */
    static List<Data> values(HostContext at, String name) {
        return ALL.stream()
                .filter(s -> s.key().equals(name)
                        || ((name.isEmpty() || name.endsWith(".")) && s.key().startsWith(name)))
                .map(s -> Data.of("OptionValue").text("key", s.key()).any("value", s.value(at.host().logging)))
                .toList();
    }

    /** What they are when nobody has set them. */
    static List<Data> definitions() {
        return ALL.stream().map(LogOptions::definition).toList();
    }

    private static Data definition(Setting setting) {
        String type =
                Character.toUpperCase(setting.type().charAt(0)) + setting.type().substring(1);
        Data option = Data.of(type.equals("Boolean") ? "BoolOption" : type + "Option")
                .flag("valueIsReadonly", false)
                .put("defaultValue", setting.value(FRESH));
        return Data.of("OptionDef")
                .text("label", setting.key())
                .text("summary", setting.key())
                .text("key", setting.key())
                .put("optionType", option.unset("supported min max validCharacters"));
    }

    /** How to set one of them; empty when the key is none of theirs. */
    static Optional<Runnable> change(HostContext at, Element option) {
        String key = option.need("key");
        Element value = option.required("value");
        return ALL.stream().filter(s -> s.key().equals(key)).findFirst().map(setting -> {
            boolean digits = !setting.type().equals("long") || value.text().matches("[1-9][0-9]{0,8}");
            if (!value.type().equals(setting.type()) || !digits) {
                throw Faults.invalidArgument("");
            }
            return () -> setting.set().accept(at.host().logging, value.text());
        });
    }
}

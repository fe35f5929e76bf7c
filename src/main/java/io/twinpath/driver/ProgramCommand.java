package io.twinpath.driver;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A program other than esxcli that changes a host: this list is all there is. */
public sealed interface ProgramCommand extends Command {

    /** The words of the command line, none of which needs quoting. */
    List<String> words();

    @Override
    default String typed() {
        return String.join(" ", words());
    }

    /** {@code chkconfig SSH on}: whether a service starts with the host. */
    record StartWithHost(ServiceScript script, boolean on) implements ProgramCommand {
        @Override
        public List<String> words() {
            return List.of("chkconfig", script.name(), on ? "on" : "off");
        }

        @Override
        public String toString() {
            return typed();
        }
    }

    /** {@code /etc/init.d/SSH start}: what a service shall do now. */
    record Turn(ServiceScript script, Way way) implements ProgramCommand {
        @Override
        public List<String> words() {
            return List.of(script.path(), way.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return typed();
        }
    }

    /** {@code vim-cmd hostsvc/datastore/rename OLD NEW}: the label of a datastore, for which esxcli has no word. */
    record RenameDatastore(DatastoreName from, DatastoreName to) implements ProgramCommand {

        private static final String CALL = "hostsvc/datastore/rename";

        @Override
        public List<String> words() {
            return List.of("vim-cmd", CALL, from.text(), to.text());
        }

        @Override
        public String toString() {
            return typed();
        }

        private static Optional<ProgramCommand> of(String from, String to) {
            return DatastoreName.of(from)
                    .flatMap(old -> DatastoreName.of(to).map(fresh -> new RenameDatastore(old, fresh)));
        }
    }

    /** What an init script can be told. */
    enum Way {
        START,
        STOP,
        RESTART
    }

    /** The command that has these {@link #words}; empty when there is none. */
    static Optional<ProgramCommand> of(List<String> words) {
        if (words.size() == 3 && words.get(0).equals("chkconfig")) {
            return ServiceScript.named(words.get(1)).flatMap(script -> switch (words.get(2)) {
                case "on" -> Optional.of(new StartWithHost(script, true));
                case "off" -> Optional.of(new StartWithHost(script, false));
                default -> Optional.empty();
            });
        }
        if (words.size() == 4 && words.subList(0, 2).equals(List.of("vim-cmd", RenameDatastore.CALL))) {
            return RenameDatastore.of(words.get(2), words.get(3));
        }
        if (words.size() == 2 && words.get(0).startsWith(ServiceScript.FOLDER)) {
            String name = words.get(0).substring(ServiceScript.FOLDER.length());
            return ServiceScript.named(name).flatMap(script -> switch (words.get(1)) {
                case "start" -> Optional.of(new Turn(script, Way.START));
                case "stop" -> Optional.of(new Turn(script, Way.STOP));
                case "restart" -> Optional.of(new Turn(script, Way.RESTART));
                default -> Optional.empty();
            });
        }
        return Optional.empty();
    }
}

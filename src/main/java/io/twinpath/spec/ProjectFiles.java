package io.twinpath.spec;

import java.util.List;

/** The files of a project, wherever they are kept. Names are relative to the project and use {@code /}. */
public interface ProjectFiles {

    /** Everything below {@code inventory/} that is called {@code *.yml} or {@code *.yaml}, sorted. */
    List<String> inventory();

    /** Every {@code modules/NAME/module.yml}, sorted. */
    List<String> modules();

    /** The content of one of these; never waits and never reads more than {@code limit} bytes. */
    Content read(String name, int limit);

    /** What reading gave. */
    sealed interface Content {

        @SuppressWarnings("ArrayRecordComponent") // read once, never compared
        record Bytes(byte[] bytes) implements Content {}

        record TooLarge(long size) implements Content {}

        /** @param why a clause such as "it is a directory" */
        record Unreadable(String why) implements Content {}
    }
}

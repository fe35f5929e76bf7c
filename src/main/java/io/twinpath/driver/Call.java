package io.twinpath.driver;

import io.twinpath.model.Transport;

/** Something that goes to a host: a {@link Query} that reads or a {@link Command} that changes. */
public sealed interface Call permits Query, Command {

    /** As a person would type it on the host, or nearly: for messages only. Shows no secret. */
    String typed();

    /** The transport that it is made for. */
    default Transport transport() {
        return switch (this) {
            case EsxcliQuery q -> Transport.SSH;
            case FileQuery q -> Transport.SSH;
            case ProgramQuery q -> Transport.SSH;
            case EsxcliCommand c -> Transport.SSH;
            case FileCommand c -> Transport.SSH;
            case ProgramCommand c -> Transport.SSH;
            case PropertyQuery q -> Transport.API;
            case InventoryQuery q -> Transport.API;
            case MethodQuery q -> Transport.API;
            case MethodCommand c -> Transport.API;
        };
    }
}

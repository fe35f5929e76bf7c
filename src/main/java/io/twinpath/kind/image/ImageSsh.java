package io.twinpath.kind.image;

import io.twinpath.driver.Command;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.kind.Script;
import io.twinpath.kind.Standing;
import io.twinpath.model.Address;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The acceptance level in the words of {@code esxcli software acceptance}. */
final class ImageSsh implements Standing<Image> {

    private static final EsxcliQuery GET = EsxcliQuery.of("software acceptance get");

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    @Override
    public Observed<Image> read(Address address, Optional<Image> wanted, Replies replies) throws UnreadableException {
        return new Observed.Present<>(new Image(level(replies)));
    }

    private static Image.Acceptance level(Replies replies) throws UnreadableException {
        String word = replies.scalar(GET).strip();
        return Image.Acceptance.of(word)
                .orElseThrow(() -> new UnreadableException(
                        "\"" + GET + "\" answered \"" + word + "\", which is no acceptance level that is known."));
    }

    @Override
    public List<Query> census() {
        return List.of(GET);
    }

    /** A host is installed with {@code PartnerSupported}; that says nothing. */
    @Override
    public Map<Address, Optional<Image>> found(Scope.Host host, Replies replies) throws UnreadableException {
        return level(replies) == Image.Acceptance.PARTNER_SUPPORTED
                ? Map.of()
                : Map.of(new Address("image", host, "esxi"), Optional.empty());
    }

    @Override
    public List<Command> change(Address address, Image before, Image after) {
        return new Script()
                .add(
                        "software acceptance set",
                        Option.of("level", after.acceptanceLevel().word()))
                .commands();
    }
}

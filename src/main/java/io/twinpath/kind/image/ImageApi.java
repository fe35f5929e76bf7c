package io.twinpath.kind.image;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.MethodQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.Standing;
import io.twinpath.model.Address;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The acceptance level in the words of {@code HostImageConfigManager}. */
final class ImageApi implements Standing<Image> {

    private static final Handle SYSTEM = new Handle.Manager("imageConfigManager");
    private static final MethodQuery GET = MethodQuery.of(SYSTEM, "HostImageConfigGetAcceptance");

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public List<Query> queries(Address address, Optional<Image> wanted, Replies known) {
        return List.of(GET);
    }

    @Override
    public Observed<Image> read(Address address, Optional<Image> wanted, Replies replies) throws UnreadableException {
        return new Observed.Present<>(new Image(level(replies)));
    }

    private static Image.Acceptance level(Replies replies) throws UnreadableException {
        String word = replies.result(GET).requiredText("returnval");
        for (Image.Acceptance level : Image.Acceptance.values()) {
            if (word(level).equals(word)) {
                return level;
            }
        }
        throw new UnreadableException(
                "The host answered \"" + word + "\", which is no acceptance level that is known.");
    }

    /** As in {@code HostImageAcceptanceLevel}. */
    private static String word(Image.Acceptance level) {
        return switch (level) {
            case VMWARE_CERTIFIED -> "vmware_certified";
            case VMWARE_ACCEPTED -> "vmware_accepted";
            case PARTNER_SUPPORTED -> "partner";
            case COMMUNITY_SUPPORTED -> "community";
        };
    }

    @Override
    public List<Query> census() {
        return List.of(GET);
    }

    /** A host is installed with that of partners; that says nothing. */
    @Override
    public Map<Address, Optional<Image>> found(Scope.Host host, Replies replies) throws UnreadableException {
        return level(replies) == Image.Acceptance.PARTNER_SUPPORTED
                ? Map.of()
                : Map.of(new Address("image", host, "esxi"), Optional.empty());
    }

    @Override
    public List<Command> change(Address address, Image before, Image after) {
        return List.of(MethodCommand.of(
                SYSTEM,
                "UpdateHostImageAcceptanceLevel",
                Node.string("newAcceptanceLevel", word(after.acceptanceLevel()))));
    }
}

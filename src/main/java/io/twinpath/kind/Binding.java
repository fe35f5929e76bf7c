package io.twinpath.kind;

import io.twinpath.driver.Command;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Desired;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of one kind over one transport. Pure: it names queries and commands and reads answers; it never talks.
 */
public interface Binding<D extends Record & Desired> {

    Transport transport();

    /**
     * What the spec manages of a resource and this transport cannot read or change, as a full sentence: then another way is
     * taken. Empty when it can do all of it.
     */
    default Optional<String> lacks(D wanted) {
        return Optional.empty();
    }

    /**
     * The same, when the first answers of the host are known: releases differ in what they tell. Asked again after the first
     * round, so that what another way has to tell is asked there in the second; a kind whose other words need both rounds
     * says what it lacks without answers.
     */
    default Optional<String> lacks(D wanted, Replies known) {
        return lacks(wanted);
    }

    /**
     * What has to be asked to read one resource. Called twice: first with no replies, then with the replies to all that
     * was named the first time, to name per-object queries whose names only the host knows. Lists before single objects:
     * every esxcli call can cost a second. The same query may be named for many resources; it is sent once. Unless it says
     * otherwise, what tells which resources there are tells all of each.
     *
     * @param wanted what the spec says of the resource, when it says anything; the second time, and in {@link #read}, with
     *     port references resolved as far as the cards have been read by then
     */
    default List<Query> queries(Address address, Optional<D> wanted, Replies known) {
        return census();
    }

    /**
     * All queries that resources of this kind named for one host in one round, once each, before they are sent: the place
     * to ask one long list instead of very many single objects. {@link #read} understands both.
     */
    default List<Query> together(List<Query> queries) {
        return queries;
    }

    /**
     * Reads one resource from the replies.
     *
     * @throws UnreadableException when the answers do not say whether it exists or what it is
     */
    Observed<D> read(Address address, Optional<D> wanted, Replies replies) throws UnreadableException;

    /**
     * The lists in which a host names everything that it has of this kind. None for a kind that cannot be listed; then
     * nobody can tell what the spec leaves undeclared.
     */
    default List<Query> census() {
        return List.of();
    }

    /**
     * Everything of this kind that the lists of {@link #census} name, whether or not a spec declares it: by address, with
     * what to look for where the name alone does not tell, such as the PCI address of a card.
     *
     * @throws UnreadableException when a list does not say what there is; never taken for an empty one
     */
    default Map<Address, Optional<D>> found(Scope.Host host, Replies replies) throws UnreadableException {
        return Map.of();
    }

    /** As {@link #found}, of what belongs to no host: read at vCenter. */
    default Map<Address, Optional<D>> foundInSite(Replies replies) throws UnreadableException {
        return Map.of();
    }

    /**
     * The commands that bring a change about, in order; none for {@code Keep} and {@code Blocked}. For the reversal of a
     * change it is asked for the opposite change.
     */
    List<Command> script(Change<D> change);
}

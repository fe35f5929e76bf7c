package io.twinpath.kind;

import java.util.List;
import java.util.Optional;

/**
 * Where in a spec the resources of a kind are written.
 *
 * @param level inside one host, or at the top of the document
 * @param form how the resources stand there
 * @param keys the mapping keys on the way; between two of them stands the name of the enclosing resource
 * @param parent the field that takes the name of the enclosing resource
 * @param own the field that takes the resource's own name, when the name itself means something, such as a port
 * @param name the fixed name of a resource that exists once
 * @param field the field that takes the value, when a resource is written as one bare value
 */
public record Placement(
        Level level,
        Form form,
        List<String> keys,
        Optional<String> parent,
        Optional<String> own,
        Optional<String> name,
        Optional<String> field) {

    public Placement {
        keys = List.copyOf(keys);
    }

    /** Where the first key stands. */
    public enum Level {
        HOST,
        SITE
    }

    /** How resources stand behind the last key. */
    public enum Form {
        /** {@code key: {NAME: {fields}}} */
        NAMED,
        /** {@code key: {fields}} */
        SINGLE,
        /** {@code key: {NAME: value}} */
        BARE
    }

    /** {@code hosts: {HOST: {key: {NAME: {…}}}}}. */
    public static Placement hostNamed(String key) {
        return new Placement(
                Level.HOST,
                Form.NAMED,
                List.of(key),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** As {@link #hostNamed}, with names that mean something by themselves: {@code own} takes NAME. */
    public static Placement hostNamedBy(String key, String own) {
        return new Placement(
                Level.HOST,
                Form.NAMED,
                List.of(key),
                Optional.empty(),
                Optional.of(own),
                Optional.empty(),
                Optional.empty());
    }

    /** {@code hosts: {HOST: {outer: {OUTER_NAME: {inner: {NAME: {…}}}}}}}; {@code parent} takes OUTER_NAME. */
    public static Placement hostNested(String outer, String inner, String parent) {
        return new Placement(
                Level.HOST,
                Form.NAMED,
                List.of(outer, inner),
                Optional.of(parent),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** {@code hosts: {HOST: {key: {…}}}}: once per host, under a fixed name. */
    public static Placement hostSingle(String key, String name) {
        return new Placement(
                Level.HOST,
                Form.SINGLE,
                List.of(key),
                Optional.empty(),
                Optional.empty(),
                Optional.of(name),
                Optional.empty());
    }

    /** As {@link #hostSingle}, and also written as one bare value, {@code hosts: {HOST: {key: value}}}, which {@code field} takes. */
    public static Placement hostSingleOrBare(String key, String name, String field) {
        return new Placement(
                Level.HOST,
                Form.SINGLE,
                List.of(key),
                Optional.empty(),
                Optional.empty(),
                Optional.of(name),
                Optional.of(field));
    }

    /** {@code hosts: {HOST: {key: {NAME: value}}}}. */
    public static Placement hostBare(String key, String field) {
        return new Placement(
                Level.HOST,
                Form.BARE,
                List.of(key),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(field));
    }

    /** {@code key: {NAME: {…}}} at the top of the document. */
    public static Placement site(String key) {
        return new Placement(
                Level.SITE,
                Form.NAMED,
                List.of(key),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

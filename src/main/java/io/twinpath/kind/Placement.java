package io.twinpath.kind;

import java.util.List;
import java.util.Optional;

/**
 * Where in a spec the resources of a kind are written.
 *
 * @param level inside one host, or at the top of the document
 * @param form how the resources stand there
 * @param keys the mapping keys on the way
 * @param outer what stands between two keys: the name of the enclosing resource, or nothing when that exists once
 * @param parent the field that takes the name of the enclosing resource
 * @param own the field that takes the resource's own name, when the name itself means something, such as a port
 * @param name the fixed name of a resource that exists once
 * @param field the field that takes the value, when a resource is written as one bare value
 */
public record Placement(
        Level level,
        Form form,
        List<String> keys,
        Form outer,
        Optional<String> parent,
        Optional<String> own,
        Optional<String> name,
        Optional<String> field) {

    /** Of what no spec holds. */
    public static final Placement NOWHERE = at(Level.NONE, Form.SINGLE);

    public Placement {
        keys = List.copyOf(keys);
    }

    /** Where the first key stands. */
    public enum Level {
        HOST,
        SITE,
        /** Nowhere: nobody declares it. */
        NONE
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

    /** Whether a collection of the other kind stands inside each resource of this one. */
    public boolean encloses(Placement inner) {
        return !keys.isEmpty()
                && inner.level == level
                && inner.keys.size() == keys.size() + 1
                && inner.keys.subList(0, keys.size()).equals(keys);
    }

    /** {@code hosts: {HOST: {key: {NAME: {…}}}}}. */
    public static Placement hostNamed(String key) {
        return at(Level.HOST, Form.NAMED, key);
    }

    /** As {@link #hostNamed}, with names that mean something by themselves: {@code own} takes NAME. */
    public static Placement hostNamedBy(String key, String own) {
        Placement named = hostNamed(key);
        return new Placement(
                named.level,
                named.form,
                named.keys,
                named.outer,
                named.parent,
                Optional.of(own),
                named.name,
                named.field);
    }

    /** {@code hosts: {HOST: {outer: {OUTER_NAME: {inner: {NAME: {…}}}}}}}; {@code parent} takes OUTER_NAME. */
    public static Placement hostNested(String outer, String inner, String parent) {
        Placement named = at(Level.HOST, Form.NAMED, outer, inner);
        return new Placement(
                named.level,
                named.form,
                named.keys,
                named.outer,
                Optional.of(parent),
                named.own,
                named.name,
                named.field);
    }

    /** {@code hosts: {HOST: {outer: {inner: {NAME: {…}}}}}}: named ones inside of what a host has once. */
    public static Placement hostInside(String outer, String inner) {
        Placement named = at(Level.HOST, Form.NAMED, outer, inner);
        return new Placement(
                named.level, named.form, named.keys, Form.SINGLE, named.parent, named.own, named.name, named.field);
    }

    /** {@code hosts: {HOST: {key: {…}}}}: once per host, under a fixed name. */
    public static Placement hostSingle(String key, String name) {
        Placement single = at(Level.HOST, Form.SINGLE, key);
        return new Placement(
                single.level,
                single.form,
                single.keys,
                single.outer,
                single.parent,
                single.own,
                Optional.of(name),
                single.field);
    }

    /** As {@link #hostSingle}, and also written as one bare value, {@code hosts: {HOST: {key: value}}}, which {@code field} takes. */
    public static Placement hostSingleOrBare(String key, String name, String field) {
        Placement single = hostSingle(key, name);
        return new Placement(
                single.level,
                single.form,
                single.keys,
                single.outer,
                single.parent,
                single.own,
                single.name,
                Optional.of(field));
    }

    /** {@code hosts: {HOST: {key: {NAME: value}}}}. */
    public static Placement hostBare(String key, String field) {
        Placement bare = at(Level.HOST, Form.BARE, key);
        return new Placement(
                bare.level, bare.form, bare.keys, bare.outer, bare.parent, bare.own, bare.name, Optional.of(field));
    }

    /** {@code key: {NAME: {…}}} at the top of the document. */
    public static Placement site(String key) {
        return at(Level.SITE, Form.NAMED, key);
    }

    private static Placement at(Level level, Form form, String... keys) {
        return new Placement(
                level,
                form,
                List.of(keys),
                Form.NAMED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

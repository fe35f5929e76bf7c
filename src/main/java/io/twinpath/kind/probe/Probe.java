package io.twinpath.kind.probe;

import io.twinpath.model.Desired;
import io.twinpath.model.Seconds;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.Range;
import java.util.Optional;

/** A question to a service itself, whose answer says whether it works. Exactly one of http, tcp and ping is given. */
public record Probe(
        @Doc("An address that is fetched.") Optional<String> http,
        @Doc("A HOST:PORT that is connected to.") Optional<String> tcp,
        @Doc("An address that must answer pings.") Optional<String> ping,

        @Doc("What must not have answered instead, such as a cache: found by its response headers.")
        Optional<String> notVia,

        @Doc("The HTTP status of a good answer.") @Range(min = 100, max = 599)
        Optional<Integer> expect,

        @Doc("A text that a good answer contains.") Optional<String> contains,
        @Doc("The virtual machine that it speaks for.") Optional<String> vm,
        @Doc("How long to wait for an answer.") Optional<Seconds> timeout,
        @Doc("How often to ask.") Optional<Seconds> every)
        implements Desired {}

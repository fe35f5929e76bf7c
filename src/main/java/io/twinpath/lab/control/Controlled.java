package io.twinpath.lab.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.twinpath.diag.Result;
import io.twinpath.lab.site.Operation;

/** What the channel leads to. Called by several threads at once. */
public interface Controlled {

    Result<String> apply(Operation operation);

    /** How the site stands, for {@code "ask": "status"}. */
    JsonNode describe();
}

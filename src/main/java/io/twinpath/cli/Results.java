package io.twinpath.cli;

import io.twinpath.diag.Result;

/** Turns results of the stages into ends of a run. */
final class Results {

    private Results() {}

    static <T> T orElseThrow(Result<T> result, Exit exit) throws CliException {
        return switch (result) {
            case Result.Ok<T> ok -> ok.value();
            case Result.Failed<T> failed -> throw new CliException(exit, failed.diagnostics());
        };
    }
}

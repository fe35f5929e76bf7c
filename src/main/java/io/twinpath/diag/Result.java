package io.twinpath.diag;

import java.util.List;
import java.util.function.Function;

/** A value, or the reasons why there is none. */
public sealed interface Result<T> {

    /** Warnings and notes of a success, errors and more of a failure; by place. */
    List<Diagnostic> diagnostics();

    /** The value when there is one; a bug to call otherwise. */
    T orElseThrow();

    <R> Result<R> map(Function<? super T, ? extends R> function);

    record Ok<T>(T value, List<Diagnostic> diagnostics) implements Result<T> {
        public Ok {
            diagnostics = List.copyOf(diagnostics);
            if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
                throw new IllegalArgumentException("a success carries no errors: " + diagnostics);
            }
        }

        @Override
        public T orElseThrow() {
            return value;
        }

        @Override
        public <R> Result<R> map(Function<? super T, ? extends R> function) {
            return new Ok<>(function.apply(value), diagnostics);
        }
    }

    record Failed<T>(List<Diagnostic> diagnostics) implements Result<T> {
        public Failed {
            diagnostics = List.copyOf(diagnostics);
            if (diagnostics.stream().noneMatch(Diagnostic::isError)) {
                throw new IllegalArgumentException("a failure says why");
            }
        }

        @Override
        public T orElseThrow() {
            throw new IllegalStateException("failed: " + diagnostics);
        }

        @Override
        public <R> Result<R> map(Function<? super T, ? extends R> function) {
            return new Failed<>(diagnostics);
        }
    }

    static <T> Result<T> ok(T value) {
        return new Ok<>(value, List.of());
    }

    static <T> Result<T> failed(Diagnostic diagnostic) {
        return new Failed<>(List.of(diagnostic));
    }
}

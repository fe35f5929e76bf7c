package io.twinpath.model.shape;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a component can hold. Closed, so that decoding, encoding and comparing handle all of it. */
public sealed interface Type {

    /** In words for messages: "a whole number". */
    String title();

    record Scalar(Codec codec) implements Type {
        @Override
        public String title() {
            return codec.title();
        }

        public Class<?> type() {
            return codec.type();
        }
    }

    /** An enum, written in lower case. */
    record Choice(Class<? extends Enum<?>> type) implements Type {
        @Override
        public String title() {
            return "one of " + String.join(", ", names());
        }

        public List<String> names() {
            return Arrays.stream(type.getEnumConstants()).map(Choice::nameOf).toList();
        }

        static String nameOf(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Empty means not managed. */
    record Maybe(Type of) implements Type {
        @Override
        public String title() {
            return of.title();
        }
    }

    /** Order matters and is compared. */
    record ListOf(Type of) implements Type {
        @Override
        public String title() {
            return "a list";
        }
    }

    /** Order does not matter; kept sorted. */
    record SetOf(Type of) implements Type {
        @Override
        public String title() {
            return "a list without repetitions";
        }
    }

    /** Named values; only the names that a spec mentions are compared. */
    record MapOf(Type of) implements Type {
        @Override
        public String title() {
            return "a mapping";
        }
    }

    /** Another record, which is not looked at before one is read. */
    record Fields(Class<? extends Record> type) implements Type {
        public Shape<?> shape() {
            return Shape.of(type);
        }

        @Override
        public String title() {
            return "a mapping with "
                    + shape().fields().stream().map(Field::name).collect(Collectors.joining(", "));
        }
    }
}

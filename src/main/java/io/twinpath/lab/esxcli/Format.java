package io.twinpath.lab.esxcli;

import java.util.List;

/** A way to print an output. */
interface Format {

    void print(Output output, Parameters parameters, StringBuilder out);

    /**
     * What {@code --format-param} asks for.
     *
     * @param fields only these, in this order; empty for all
     * @param header whether csv prints one
     */
    record Parameters(List<String> fields, boolean header) {

        static final Parameters NONE = new Parameters(List.of(), true);

        public Parameters {
            fields = List.copyOf(fields);
        }
    }
}

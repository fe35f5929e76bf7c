package io.twinpath.risk;

import java.util.List;

/** One kind of danger. Stateless and pure; what it needs and what it keeps silent about is said in its documentation. */
public interface Rule {

    /** Such as {@code RSK0101}; never used for another rule again. */
    String code();

    /** What all its findings have in common, in a few words and without names. */
    String summary();

    List<Finding> findings(Scene scene);
}

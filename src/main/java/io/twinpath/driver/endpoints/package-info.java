/**
 * Where a simulated site listens, from the file that it writes. Data and one parser; who connects is the business of {@code
 * driver.ssh} and {@code driver.api}.
 */
@NullMarked
package io.twinpath.driver.endpoints;

import org.jspecify.annotations.NullMarked;

/**
 * A simulated site: hosts that answer real protocols from one state, and parts that can fail.
 *
 * <p>The lab is an independent reading of the rules that the rest of Twinpath plans by. It therefore imports nothing of
 * the core but {@code diag}, and nothing imports it but {@code cli}: when both sides agree, the agreement means
 * something.
 */
@NullMarked
package io.twinpath.lab;

import org.jspecify.annotations.NullMarked;

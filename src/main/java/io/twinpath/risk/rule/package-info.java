/**
 * The rules, one class each. Codes are given by what they are about: RSK01 failures and the network below storage and management,
 * RSK02 what HA and vMotion need, RSK03 hosts, RSK04 the list of accepted risks itself. Add a rule here, to {@link
 * io.twinpath.risk.rule.Rules} and to {@code src/docs/errors}.
 */
@NullMarked
package io.twinpath.risk.rule;

import org.jspecify.annotations.NullMarked;

/**
 * The channel by which another process makes things happen to a running lab: one JSON line asks, one answers.
 *
 * <p>A question is {@code {"token": T, "operation": "fail switch:sw1"}} or {@code {"token": T, "ask": "status"}}. An
 * answer has {@code ok}; with it {@code said}, a sentence, or {@code status}; without it the parts of a diagnostic.
 */
@NullMarked
package io.twinpath.lab.control;

import org.jspecify.annotations.NullMarked;

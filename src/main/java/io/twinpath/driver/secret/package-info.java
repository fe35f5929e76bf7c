/**
 * Where secrets come from: the environment, files and commands of the machine that Twinpath runs on. What uses a secret,
 * and when, is not known here.
 */
@NullMarked
package io.twinpath.driver.secret;

import org.jspecify.annotations.NullMarked;

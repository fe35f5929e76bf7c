/**
 * What the files say, still untyped: hosts, groups, clusters, modules, site objects, each as a positioned tree.
 *
 * <p>Knows names, membership and parameters. Does not know precedence ({@code layer}) or what a resource means.
 */
@NullMarked
package io.twinpath.spec.inventory;

import org.jspecify.annotations.NullMarked;

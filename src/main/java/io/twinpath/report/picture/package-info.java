/**
 * A site as a picture: SVG, a page of HTML around it, and text that other programs draw. Views of {@link io.twinpath.graph.Picture}; what is
 * drawn and where is decided there. All names come from files and hosts, and each format keeps them in their place.
 */
@NullMarked
package io.twinpath.report.picture;

import org.jspecify.annotations.NullMarked;

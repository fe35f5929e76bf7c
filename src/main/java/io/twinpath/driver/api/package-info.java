/**
 * Hosts and vCenters over the vSphere API: vim25 as SOAP over TLS, by a small client of its own. {@link
 * io.twinpath.driver.api.ApiDriver} is the adapter; what belongs here is the wire, the session, who the server is and how
 * handles are looked up. What calls mean is the business of the kinds; what they look like is {@code driver.vim}.
 */
@NullMarked
package io.twinpath.driver.api;

import org.jspecify.annotations.NullMarked;

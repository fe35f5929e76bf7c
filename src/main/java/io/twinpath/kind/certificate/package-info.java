/**
 * The certificate that a host shows to the clients of its API. Found and judged, never changed.
 *
 * <p>What a spec says of it is an expectation: how many days it should still be good for. A certificate that falls short is a
 * finding, which people are told and nothing follows from. Not managed: the certificate itself and its key, which is not read.
 *
 * <p>SSH: {@code /etc/vmware/ssl/rui.crt}. API: {@code config.certificate}.
 */
@NullMarked
package io.twinpath.kind.certificate;

import org.jspecify.annotations.NullMarked;

package io.twinpath.kind.certificate;

import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import io.twinpath.model.shape.Range;
import io.twinpath.model.shape.WriteOnly;
import java.util.Optional;

/**
 * The certificate of a host.
 *
 * @param subject whom it names, as RFC 2253 writes it
 * @param issuer who signed it; the same when it is self-signed
 * @param notBefore from when on it is good, in ISO 8601
 * @param notAfter until when
 * @param sha256 its fingerprint: the hash of its DER form, in hexadecimal pairs with colons
 */
public record HostCertificate(
        @WriteOnly
        @Range(min = 0, max = 3650)
        @Doc("For how many days at least it should still be good; less is a warning.")
        Optional<Integer> minDays,

        @FoundOnly Optional<String> subject,
        @FoundOnly Optional<String> issuer,
        @FoundOnly Optional<String> notBefore,
        @FoundOnly Optional<String> notAfter,
        @FoundOnly Optional<String> sha256)
        implements Desired {}

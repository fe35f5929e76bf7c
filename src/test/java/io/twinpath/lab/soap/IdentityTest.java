package io.twinpath.lab.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IdentityTest {

    @Test
    void isACertificateThatItsOwnKeySignedForItsNames() throws Exception {
        Identity made = Identity.generate("esxi1.lain.local");
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(made.certificate()));
        certificate.verify(certificate.getPublicKey());
        certificate.checkValidity();
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=esxi1.lain.local");
        assertThat(certificate.getSubjectAlternativeNames())
                .extracting(n -> n.get(1))
                .isEqualTo(List.of("esxi1.lain.local", "localhost", "127.0.0.1"));
        assertThat(Identity.decode(made.encoded()).orElseThrow().sha256()).isEqualTo(made.sha256());
        made.context();
    }

    @Test
    void anyBytesAreARequestOrNone() {
        byte[] good = ("<a:Envelope xmlns:a='x'><a:Body><Login xmlns='urn:vim25'><_this type='S'>t</_this>"
                        + "</Login></a:Body></a:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(Envelope.method(good).name()).isEqualTo("Login");
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = good.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            XmlReader.read(bytes);
        }
        assertThat(XmlReader.read("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>"
                        .getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(XmlReader.read("<a>".repeat(100).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}

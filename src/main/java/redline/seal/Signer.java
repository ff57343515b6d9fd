package redline.seal;

import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/**
 * Who signed, as the certificate has it.
 *
 * @param name common name, else organisation
 * @param issuer the same of who issued the certificate
 * @param serial number of the certificate, hex
 */
public record Signer(String name, String issuer, String serial, Instant validFrom, Instant validTo) {
    /** Days are those of China: certificates and seals are read there. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static Signer of(X509Certificate certificate) {
        try {
            JcaX509CertificateHolder holder = new JcaX509CertificateHolder(certificate);
            return new Signer(
                    BouncyCastle.name(holder.getSubject()),
                    BouncyCastle.name(holder.getIssuer()),
                    certificate.getSerialNumber().toString(16),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant());
        } catch (CertificateEncodingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    static String name(X509Certificate certificate) {
        return of(certificate).name();
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    /** {@code RSA 2048}, {@code EC 256}. */
    static String key(PublicKey key) {
        return key instanceof RSAPublicKey || key instanceof ECPublicKey
                ? (key instanceof RSAPublicKey ? "RSA " : "EC ") + bits(key)
                : key.getAlgorithm();
    }

    /** Bits of a key; 0 where it is of another kind. */
    static int bits(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength();
        }
        return key instanceof ECPublicKey curve
                ? curve.getParams().getCurve().getField().getFieldSize()
                : 0;
    }
}

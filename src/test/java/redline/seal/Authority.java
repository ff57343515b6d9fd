package redline.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certification authority that issues what a test needs. */
public final class Authority {
    public static final char[] PASSWORD = "bai-he 2026".toCharArray();
    public static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
    public static final Instant TO = Instant.parse("2030-01-01T00:00:00Z");

    private final X500Name name;
    private final KeyPair keys;
    private final X509Certificate own;
    private long issued = 4096;

    /** What a certificate is for. */
    private enum Purpose {
        AUTHORITY,
        SIGNING,
        ENCIPHERING,
        TIME_STAMPS
    }

    /** Somebody with a key. */
    record Holder(PrivateKey key, X509Certificate certificate, X509Certificate issuer) {}

    private Authority(String name) {
        this.name = new X500Name("CN=" + name + ",O=" + name + ",C=CN");
        this.keys = keys("RSA", 2048);
        this.own = certificate(this.name, keys, FROM, TO, Purpose.AUTHORITY);
    }

    public static Authority named(String name) {
        return new Authority(name);
    }

    /** Its certificate, as a list of those who are trusted. */
    public byte[] pem() {
        return pem(own);
    }

    static byte[] pem(X509Certificate certificate) {
        try {
            return ("-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                            + "\n-----END CERTIFICATE-----\n")
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    X509Certificate certificate() {
        return own;
    }

    /** A key for signing, as PKCS#12 with {@link #PASSWORD}. */
    public byte[] key(String holder) {
        return key(holder, "RSA", 2048, FROM, TO);
    }

    public byte[] key(String holder, String algorithm, int size, Instant from, Instant to) {
        return pkcs12(holder(holder, algorithm, size, from, to, Purpose.SIGNING));
    }

    byte[] keyForEnciphering(String holder) {
        return pkcs12(holder(holder, "RSA", 2048, FROM, TO, Purpose.ENCIPHERING));
    }

    Holder timeStamps(String holder) {
        return holder(holder, "RSA", 2048, FROM, TO, Purpose.TIME_STAMPS);
    }

    /** The certificate of this authority alone, as PKCS#12. */
    byte[] pkcs12WithoutKey() {
        try {
            KeyStore store = empty();
            store.setCertificateEntry("ca", own);
            return bytes(store);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Holder holder(String holder, String algorithm, int size, Instant from, Instant to, Purpose purpose) {
        KeyPair pair = keys(algorithm, size);
        X500Name subject = new X500Name("CN=" + holder + ",C=CN");
        return new Holder(pair.getPrivate(), certificate(subject, pair, from, to, purpose), own);
    }

    private static byte[] pkcs12(Holder holder) {
        try {
            KeyStore store = empty();
            store.setKeyEntry(
                    "seal", holder.key(), PASSWORD, new Certificate[] {holder.certificate(), holder.issuer()});
            return bytes(store);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static byte[] bytes(KeyStore store) throws GeneralSecurityException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            store.store(out, PASSWORD);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }

    private static KeyPair keys(String algorithm, int size) {
        try {
            KeyPairGenerator making = KeyPairGenerator.getInstance(algorithm);
            making.initialize(size);
            return making.generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private X509Certificate certificate(X500Name subject, KeyPair whose, Instant from, Instant to, Purpose purpose) {
        try {
            X509v3CertificateBuilder making = new JcaX509v3CertificateBuilder(
                    name, BigInteger.valueOf(issued++), Date.from(from), Date.from(to), subject, whose.getPublic());
            switch (purpose) {
                case AUTHORITY -> {
                    making.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
                    making.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
                }
                case SIGNING ->
                    making.addExtension(
                            Extension.keyUsage,
                            true,
                            new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
                case ENCIPHERING ->
                    making.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyEncipherment));
                case TIME_STAMPS ->
                    making.addExtension(
                            Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            making.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}

package redline.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The certificates of authorities, or single signers, that whoever verifies has chosen to trust. Whether a certificate was revoked is not asked: no
 * other machine is.
 */
public final class TrustList {
    /** Nobody is trusted, and so nothing is said about trust. */
    public static final TrustList NONE = new TrustList(List.of());

    private static final int LINE = 64;

    private final List<X509Certificate> trusted;

    private TrustList(List<X509Certificate> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /**
     * Out of a file of certificates: PEM with any number, one in DER, or PKCS#12.
     *
     * @param password of a PKCS#12 file; null where there is none
     * @throws SealFault where there is no certificate in it
     */
    public static TrustList read(byte[] file, char[] password) throws SealFault {
        List<X509Certificate> found = certificates(file);
        if (found.isEmpty()) {
            found = pkcs12(file, password);
        }
        if (found.isEmpty()) {
            throw new SealFault(
                    "信任名单里没有证书；应为 PEM（一个或多个 CERTIFICATE）或 PKCS#12",
                    "there is no certificate in the list of trusted authorities; it is PEM (one or more CERTIFICATE) or"
                            + " PKCS#12");
        }
        return new TrustList(found);
    }

    /** What {@link #pem} wrote. */
    public static TrustList of(byte[] pem) throws SealFault {
        return pem.length == 0 ? NONE : read(pem, null);
    }

    private static List<X509Certificate> certificates(byte[] file) {
        List<X509Certificate> found = new ArrayList<>();
        try {
            Collection<? extends Certificate> all = CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER)
                    .generateCertificates(new ByteArrayInputStream(file));
            all.forEach(one -> found.add((X509Certificate) one));
            return found;
        } catch (CertificateException none) {
            return List.of();
        }
    }

    private static List<X509Certificate> pkcs12(byte[] file, char[] password) throws SealFault {
        List<X509Certificate> found = new ArrayList<>();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(file), password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getCertificate(alias) instanceof X509Certificate one) {
                    found.add(one);
                }
            }
            return found;
        } catch (IOException broken) {
            if (broken.getCause() instanceof UnrecoverableKeyException) {
                throw new SealFault(
                                "信任名单（PKCS#12）的密码不对",
                                "the password is not that of the list of trusted authorities (PKCS#12)")
                        .because(broken);
            }
            return List.of();
        } catch (GeneralSecurityException unknown) {
            return List.of();
        }
    }

    /** As {@link #read} takes it; empty where nobody is trusted. */
    public byte[] pem() {
        StringBuilder pem = new StringBuilder();
        try {
            for (X509Certificate one : trusted) {
                pem.append("-----BEGIN CERTIFICATE-----\n")
                        .append(Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(one.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
        } catch (CertificateException broken) {
            throw new IllegalStateException(broken);
        }
        return pem.toString().getBytes(StandardCharsets.US_ASCII);
    }

    public boolean isEmpty() {
        return trusted.isEmpty();
    }

    /**
     * @param sent certificates that came along with the signature
     * @param at when the signature is held to have been made
     */
    Trust of(X509Certificate signer, Collection<X509Certificate> sent, Instant at) {
        if (trusted.isEmpty()) {
            return Trust.NO_LIST;
        }
        if (trusted.contains(signer)) {
            return Trust.TRUSTED;
        }
        Set<TrustAnchor> anchors = new HashSet<>();
        trusted.forEach(one -> anchors.add(new TrustAnchor(one, null)));
        X509CertSelector which = new X509CertSelector();
        which.setCertificate(signer);
        try {
            PKIXBuilderParameters asked = new PKIXBuilderParameters(anchors, which);
            List<X509Certificate> all = new ArrayList<>(sent);
            all.add(signer);
            asked.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
            asked.setRevocationEnabled(false);
            asked.setDate(Date.from(within(signer, at)));
            CertPathBuilder.getInstance("PKIX", BouncyCastle.PROVIDER).build(asked);
            return Trust.TRUSTED;
        } catch (CertPathBuilderException none) {
            return Trust.UNKNOWN_ISSUER;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Whether it is in force is told apart from who issued it. */
    private static Instant within(X509Certificate signer, Instant at) {
        Instant from = signer.getNotBefore().toInstant();
        Instant to = signer.getNotAfter().toInstant();
        return at.isBefore(from) ? from : at.isAfter(to) ? to : at;
    }
}

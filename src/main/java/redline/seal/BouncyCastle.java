package redline.seal;

import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The provider, at hand and not registered: nothing else in this process is to use it by chance. */
final class BouncyCastle {
    static final Provider PROVIDER = new BouncyCastleProvider();

    private static final int LONGEST = 200;

    private BouncyCastle() {}

    static X509Certificate certificate(X509CertificateHolder holder) throws CertificateException {
        return new JcaX509CertificateConverter().setProvider(PROVIDER).getCertificate(holder);
    }

    /** Who it is, in short: the common name, else the organisation, else all that stands there; nothing that turns a line around. */
    static String name(X500Name name) {
        for (ASN1ObjectIdentifier wanted : new ASN1ObjectIdentifier[] {BCStyle.CN, BCStyle.O}) {
            RDN[] found = name.getRDNs(wanted);
            if (found.length > 0) {
                return plain(IETFUtils.valueToString(found[0].getFirst().getValue()));
            }
        }
        return plain(name.toString());
    }

    private static String plain(String text) {
        String visible = text.replaceAll("[\\p{Cc}\\p{Cf}]", "_");
        return visible.length() > LONGEST ? visible.substring(0, LONGEST) + "…" : visible;
    }
}

package redline.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.SignerId;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;
import redline.seal.SignatureFound.Stamp;
import redline.seal.SignatureFound.State;
import redline.seal.SignatureFound.Validity;

/** What stands in the value of a signature (CMS, RFC 5652), held against the bytes that it is over. Fields as in {@link SignatureFound}. */
record SignedContent(
        State state, String algorithm, Signer signer, Trust trust, Validity validity, Instant claimed, Stamp stamp) {
    static final String DOCUMENT_TIME_STAMP = "ETSI.RFC3161";

    private static final String CADES = "ETSI.CAdES.detached";
    private static final Set<String> DETACHED = Set.of(CADES, "adbe.pkcs7.detached");

    /** MD2, MD5, SHA-1. */
    private static final Set<String> BROKEN_DIGESTS =
            Set.of("1.2.840.113549.2.2", "1.2.840.113549.2.5", "1.3.14.3.2.26");

    private static final int LEAST_RSA = 2048;
    private static final int LEAST_CURVE = 224;

    static SignedContent wrong(State state) {
        return new SignedContent(state, "", null, null, null, null, null);
    }

    /**
     * @param signed the bytes that it is over
     * @param contents the value, filled up with zeros
     * @param now when certificates are to be in force where no trusted time stamp says when
     */
    static SignedContent of(String format, byte[] signed, byte[] contents, TrustList trust, Instant now) {
        try {
            if (format.equals(DOCUMENT_TIME_STAMP)) {
                return timeStamp(signed, contents, trust);
            }
            return DETACHED.contains(format)
                    ? signature(format, signed, contents, trust, now)
                    : wrong(State.UNKNOWN_FORMAT);
        } catch (IOException
                | CMSException
                | TSPException
                | GeneralSecurityException
                | OperatorCreationException
                | RuntimeException unreadable) {
            return wrong(State.UNREADABLE);
        }
    }

    /** Zeros that fill the place of a signature up are taken away; anything else after it would be hidden there. */
    private static ContentInfo content(byte[] contents) throws IOException {
        try (ASN1InputStream in = new ASN1InputStream(contents)) {
            ASN1Primitive read = in.readObject();
            for (byte one : in.readAllBytes()) {
                if (one != 0) {
                    throw new IOException("more than a signature");
                }
            }
            return ContentInfo.getInstance(read);
        }
    }

    private static SignedContent signature(String format, byte[] signed, byte[] contents, TrustList trust, Instant now)
            throws IOException, CMSException, GeneralSecurityException, OperatorCreationException {
        CMSSignedData data = new CMSSignedData(new CMSProcessableByteArray(signed), content(contents));
        if (data.getSignerInfos().size() != 1) {
            return wrong(State.UNREADABLE);
        }
        SignerInformation one = data.getSignerInfos().iterator().next();
        List<X509Certificate> sent = certificates(data.getCertificates());
        X509Certificate own = own(data.getCertificates(), one.getSID());
        Stamp stamp = stamp(one, trust);
        boolean proven = stamp != null && stamp.sound() && stamp.trust() == Trust.TRUSTED;
        Instant at = proven ? stamp.at() : now;
        return new SignedContent(
                state(format, one, own),
                new DefaultCMSSignatureAlgorithmNameGenerator()
                                .getSignatureName(
                                        one.getDigestAlgorithmID(),
                                        one.toASN1Structure().getDigestEncryptionAlgorithm())
                        + ", " + Signer.key(own.getPublicKey()),
                Signer.of(own),
                trust.of(own, sent, at),
                validity(own, at),
                signingTime(one),
                stamp);
    }

    private static State state(String format, SignerInformation one, X509Certificate own)
            throws GeneralSecurityException, OperatorCreationException {
        try {
            if (!one.verify(verifier(own)) || !named(format, one, own)) {
                return State.NOT_BY_THIS_KEY;
            }
        } catch (CMSSignerDigestMismatchException others) {
            return State.BYTES_CHANGED;
        } catch (CMSException broken) {
            return State.NOT_BY_THIS_KEY;
        }
        int bits = Signer.bits(own.getPublicKey());
        boolean rsa = "RSA".equals(own.getPublicKey().getAlgorithm());
        return BROKEN_DIGESTS.contains(one.getDigestAlgOID()) || bits > 0 && bits < (rsa ? LEAST_RSA : LEAST_CURVE)
                ? State.WEAK
                : State.SOUND;
    }

    /** Only the key: whether the certificate is in force is told apart. */
    private static SignerInformationVerifier verifier(X509Certificate own) throws OperatorCreationException {
        return new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(BouncyCastle.PROVIDER)
                .build(own.getPublicKey());
    }

    /** CAdES signs which certificate it is by, so that no other one with the same key can be put in its place. */
    private static boolean named(String format, SignerInformation one, X509Certificate own)
            throws GeneralSecurityException {
        AttributeTable signed = one.getSignedAttributes();
        Attribute which = signed == null ? null : signed.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (which == null) {
            boolean older = signed != null && signed.get(PKCSObjectIdentifiers.id_aa_signingCertificate) != null;
            return older || !format.equals(CADES);
        }
        ESSCertIDv2 id = SigningCertificateV2.getInstance(which.getAttrValues().getObjectAt(0))
                .getCerts()[0];
        MessageDigest digest =
                MessageDigest.getInstance(id.getHashAlgorithm().getAlgorithm().getId(), BouncyCastle.PROVIDER);
        return Arrays.equals(digest.digest(own.getEncoded()), id.getCertHash());
    }

    private static Instant signingTime(SignerInformation one) {
        AttributeTable signed = one.getSignedAttributes();
        Attribute time = signed == null ? null : signed.get(CMSAttributes.signingTime);
        return time == null
                ? null
                : Time.getInstance(time.getAttrValues().getObjectAt(0))
                        .getDate()
                        .toInstant();
    }

    private static Validity validity(X509Certificate own, Instant at) {
        if (at.isAfter(own.getNotAfter().toInstant())) {
            return Validity.EXPIRED;
        }
        return at.isBefore(own.getNotBefore().toInstant()) ? Validity.NOT_YET : Validity.IN_FORCE;
    }

    private static Stamp stamp(SignerInformation one, TrustList trust) {
        AttributeTable unsigned = one.getUnsignedAttributes();
        Attribute stamp = unsigned == null ? null : unsigned.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (stamp == null) {
            return null;
        }
        try {
            TimeStampToken token = new TimeStampToken(
                    ContentInfo.getInstance(stamp.getAttrValues().getObjectAt(0)));
            return stamp(token, one.getSignature(), trust);
        } catch (TSPException
                | IOException
                | GeneralSecurityException
                | OperatorCreationException
                | RuntimeException unreadable) {
            return new Stamp(null, "", false, null);
        }
    }

    private static Stamp stamp(TimeStampToken token, byte[] over, TrustList trust)
            throws GeneralSecurityException, OperatorCreationException, TSPException {
        X509Certificate own = own(token.getCertificates(), token.getSID());
        Instant at = token.getTimeStampInfo().getGenTime().toInstant();
        String imprint = token.getTimeStampInfo().getMessageImprintAlgOID().getId();
        MessageDigest digest = MessageDigest.getInstance(imprint, BouncyCastle.PROVIDER);
        boolean sound =
                Arrays.equals(digest.digest(over), token.getTimeStampInfo().getMessageImprintDigest())
                        && !BROKEN_DIGESTS.contains(imprint)
                        && stands(token, own);
        return new Stamp(at, Signer.name(own), sound, trust.of(own, certificates(token.getCertificates()), at));
    }

    /** By the key of a certificate that is for time stamps and was in force then. */
    private static boolean stands(TimeStampToken token, X509Certificate own) throws OperatorCreationException {
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(BouncyCastle.PROVIDER)
                    .build(own));
            return true;
        } catch (TSPException otherwise) {
            return false;
        }
    }

    private static SignedContent timeStamp(byte[] signed, byte[] contents, TrustList trust)
            throws IOException, TSPException, GeneralSecurityException, OperatorCreationException {
        TimeStampToken token = new TimeStampToken(content(contents));
        Stamp stamp = stamp(token, signed, trust);
        X509Certificate own = own(token.getCertificates(), token.getSID());
        String imprint = token.getTimeStampInfo().getMessageImprintAlgOID().getId();
        MessageDigest digest = MessageDigest.getInstance(imprint, BouncyCastle.PROVIDER);
        boolean same =
                Arrays.equals(digest.digest(signed), token.getTimeStampInfo().getMessageImprintDigest());
        State state = stamp.sound() ? State.SOUND : same ? State.NOT_BY_THIS_KEY : State.BYTES_CHANGED;
        return new SignedContent(
                state,
                digest.getAlgorithm() + ", " + Signer.key(own.getPublicKey()),
                Signer.of(own),
                stamp.trust(),
                validity(own, stamp.at()),
                stamp.at(),
                null);
    }

    private static X509Certificate own(Store<X509CertificateHolder> sent, SignerId whose)
            throws GeneralSecurityException {
        for (X509CertificateHolder one : sent.getMatches(null)) {
            if (whose.match(one)) {
                return BouncyCastle.certificate(one);
            }
        }
        throw new GeneralSecurityException("no certificate");
    }

    private static List<X509Certificate> certificates(Store<X509CertificateHolder> sent)
            throws GeneralSecurityException {
        List<X509Certificate> all = new ArrayList<>();
        for (X509CertificateHolder one : sent.getMatches(null)) {
            all.add(BouncyCastle.certificate(one));
        }
        return all;
    }
}

package redline.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Puts a signature on a PDF, after its last byte: PAdES baseline (ETSI EN 319 142-1), {@code ETSI.CAdES.detached} with signing-certificate-v2, over
 * the whole file, with a time stamp where there is an authority. It shows on no page: what a page shows proves nothing.
 */
public final class Seal {
    private static final ASN1ObjectIdentifier SIGNING_CERTIFICATE = PKCSObjectIdentifiers.id_aa_signingCertificateV2;
    private static final ASN1ObjectIdentifier TIME_STAMP = PKCSObjectIdentifiers.id_aa_signatureTimeStampToken;
    /** Of a signature without its certificates: attributes and the value itself, bytes. */
    private static final int BARE = 4096;
    /** Of a time stamp with the certificates of its authority, bytes. */
    private static final int STAMP = 12_288;

    private Seal() {}

    /**
     * @param at when it is signed, by the clock of the one who signs
     * @param stamping null for a signature without a time stamp
     * @return the file with the signature after its end
     * @throws SealFault where there is none: nothing is half sealed
     */
    public static byte[] put(byte[] pdf, SealingKey key, Instant at, TimeStamping stamping) throws SealFault {
        key.inForce(at);
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            signature.setName(key.name());
            signature.setSignDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
            options.setPreferredSignatureSize(room(key, stamping));
            document.addSignature(signature, options);
            for (PDSignatureField field : document.getSignatureFields()) {
                if (field.getSignature().getCOSObject() == signature.getCOSObject()) {
                    field.setAlternateFieldName(key.name());
                }
            }
            ByteArrayOutputStream sealed = new ByteArrayOutputStream(pdf.length + (1 << 16));
            ExternalSigningSupport signing = document.saveIncrementalForExternalSigning(sealed);
            signing.setSignature(cms(signing.getContent().readAllBytes(), key, stamping));
            return sealed.toByteArray();
        } catch (InvalidPasswordException locked) {
            throw new SealFault("PDF 加了密码，不能签章", "the PDF asks for a password and cannot be sealed").because(locked);
        } catch (IOException broken) {
            throw new SealFault("不是 PDF，或已损坏，不能签章", "this is no PDF, or it is damaged, and cannot be sealed")
                    .because(broken);
        } catch (GeneralSecurityException | OperatorCreationException | CMSException unable) {
            throw new SealFault("用这把密钥签不出来：" + unable.getMessage(), "this key signs nothing: " + unable.getMessage())
                    .because(unable);
        }
    }

    private static int room(SealingKey key, TimeStamping stamping) throws GeneralSecurityException {
        int room = stamping == null ? BARE : BARE + STAMP;
        for (X509Certificate one : key.chain()) {
            room += one.getEncoded().length;
        }
        return room;
    }

    private static byte[] cms(byte[] content, SealingKey key, TimeStamping stamping)
            throws SealFault, IOException, GeneralSecurityException, OperatorCreationException, CMSException {
        X509Certificate own = key.chain().get(0);
        CMSSignedDataGenerator signing = new CMSSignedDataGenerator();
        signing.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                        .setProvider(BouncyCastle.PROVIDER)
                        .build())
                .setSignedAttributeGenerator(attributes(own))
                .build(
                        new JcaContentSignerBuilder(algorithm(key))
                                .setProvider(BouncyCastle.PROVIDER)
                                .build(key.key()),
                        own));
        signing.addCertificates(new JcaCertStore(key.chain()));
        CMSSignedData signed = signing.generate(new CMSProcessableByteArray(content), false);
        return (stamping == null ? signed : stamped(signed, stamping)).getEncoded("DER");
    }

    private static String algorithm(SealingKey key) {
        return key.key().getAlgorithm().startsWith("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    }

    /** PAdES keeps the time of signing in the dictionary of the PDF, and not here. */
    private static CMSAttributeTableGenerator attributes(X509Certificate own) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(own.getEncoded());
        JcaX509CertificateHolder holder = new JcaX509CertificateHolder(own);
        IssuerSerial issued =
                new IssuerSerial(new GeneralNames(new GeneralName(holder.getIssuer())), own.getSerialNumber());
        SigningCertificateV2 which = new SigningCertificateV2(new ESSCertIDv2(null, hash, issued));
        AttributeTable signed = new AttributeTable(new ASN1EncodableVector()).add(SIGNING_CERTIFICATE, which);
        CMSAttributeTableGenerator usual = new DefaultSignedAttributeTableGenerator(signed);
        return parameters -> usual.getAttributes(parameters).remove(CMSAttributes.signingTime);
    }

    private static CMSSignedData stamped(CMSSignedData signed, TimeStamping stamping)
            throws SealFault, IOException, GeneralSecurityException {
        SignerInformation signer =
                signed.getSignerInfos().getSigners().iterator().next();
        TimeStampToken token =
                stamping.over(MessageDigest.getInstance("SHA-256").digest(signer.getSignature()));
        Attribute stamp =
                new Attribute(TIME_STAMP, new DERSet(token.toCMSSignedData().toASN1Structure()));
        SignerInformation with =
                SignerInformation.replaceUnsignedAttributes(signer, new AttributeTable(new DERSet(stamp)));
        return CMSSignedData.replaceSigners(signed, new SignerInformationStore(List.of(with)));
    }
}

package redline.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The key that an office seals with, and the certificates that say whose it is; the office's own first. */
public final class SealingKey {
    private static final int SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private SealingKey(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = chain;
    }

    /**
     * Out of a PKCS#12 file.
     *
     * @param password of the file and of the key in it
     * @throws SealFault where it is no such file, the password is another, or there is not exactly one key with its certificate
     */
    public static SealingKey read(byte[] pkcs12, char[] password) throws SealFault {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(pkcs12), password);
            List<String> keys = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    keys.add(alias);
                }
            }
            if (keys.isEmpty()) {
                throw new SealFault(
                        "密钥文件里只有证书，没有私钥，不能签章；请从证书所在的系统重新导出，并勾选“导出私钥”",
                        "the key file holds certificates but no private key, so nothing can be sealed with it; export it again"
                                + " from where the certificate is kept, with its private key");
            }
            if (keys.size() > 1) {
                throw new SealFault(
                        "密钥文件里有 " + keys.size() + " 个私钥，不知用哪一个；请只导出签章用的那一个",
                        "the key file holds " + keys.size()
                                + " private keys, and which one to seal with is not told; export" + " only that one");
            }
            return of((PrivateKey) store.getKey(keys.get(0), password), store.getCertificateChain(keys.get(0)));
        } catch (IOException broken) {
            if (broken.getCause() instanceof UnrecoverableKeyException) {
                throw wrongPassword(broken);
            }
            throw new SealFault(
                            "不是 PKCS#12 密钥文件（.p12、.pfx），或已损坏",
                            "this is no PKCS#12 key file (.p12, .pfx), or it is damaged")
                    .because(broken);
        } catch (UnrecoverableKeyException otherPassword) {
            throw wrongPassword(otherPassword);
        } catch (GeneralSecurityException | ClassCastException unknown) {
            throw new SealFault(
                            "密钥的算法这里不支持；支持 RSA 和椭圆曲线（ECDSA）",
                            "the algorithm of the key is not supported here; RSA and elliptic curves (ECDSA) are")
                    .because(unknown);
        }
    }

    private static SealFault wrongPassword(Throwable cause) {
        return new SealFault(
                        "密钥文件的密码不对；请核对密码文件，留意末尾多余的空格",
                        "the password is not that of the key file; look at the password file and at blanks at its end")
                .because(cause);
    }

    private static SealingKey of(PrivateKey key, Certificate[] certificates) throws SealFault {
        if (certificates == null || certificates.length == 0) {
            throw new SealFault(
                    "密钥文件里有私钥，但没有证书；请连同证书一起导出",
                    "the key file holds a private key but no certificate; export it with its certificate");
        }
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate one : certificates) {
            chain.add((X509Certificate) one);
        }
        boolean[] usage = chain.get(0).getKeyUsage();
        if (usage != null && !usage[SIGNATURE] && !usage[NON_REPUDIATION]) {
            throw new SealFault(
                    "这张证书不是签名用的（密钥用途里没有签名）；请换用签名证书",
                    "the certificate is not one for signing (its key usage does not say so); use one that is");
        }
        return new SealingKey(key, List.copyOf(chain));
    }

    PrivateKey key() {
        return key;
    }

    List<X509Certificate> chain() {
        return chain;
    }

    /** Whose seal it is, as the certificate has it. */
    public String name() {
        return Signer.name(chain.get(0));
    }

    /** @throws SealFault where the certificate is not in force at that time */
    public void inForce(Instant at) throws SealFault {
        X509Certificate own = chain.get(0);
        if (at.isAfter(own.getNotAfter().toInstant())) {
            throw new SealFault(
                    "证书已于 " + Signer.day(own.getNotAfter().toInstant()) + " 过期，不能再签章；请换发证书",
                    "the certificate expired on " + Signer.day(own.getNotAfter().toInstant())
                            + " and seals nothing any more; have a new one issued");
        }
        if (at.isBefore(own.getNotBefore().toInstant())) {
            throw new SealFault(
                    "证书要到 " + Signer.day(own.getNotBefore().toInstant()) + " 才生效",
                    "the certificate is not in force before "
                            + Signer.day(own.getNotBefore().toInstant()));
        }
    }
}

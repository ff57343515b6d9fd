package redline.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import redline.intake.Hash;

/**
 * An installation of this program as others know it: what it is called, and the public half of its key.
 *
 * @param name as whoever made the key called it
 */
public record Installation(String name, PublicKey key) {
    static final String ALGORITHM = "Ed25519";
    /** Bytes of a signature. */
    static final int SIGNATURE = 64;

    private static final String KIND = "PUBLIC KEY";
    private static final int LONGEST_NAME = 60;

    /** @throws KeyFault where it is no file of a public key with the name of its installation */
    static Installation read(Path file) throws IOException {
        Pem pem = Pem.read(file, KIND);
        if (!named(pem.name())) {
            throw Pem.none(String.valueOf(file), KIND);
        }
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(pem.der()));
            // Written otherwise it would be the same key under another fingerprint.
            if (!Arrays.equals(key.getEncoded(), pem.der())) {
                throw Pem.none(String.valueOf(file), KIND);
            }
            return new Installation(pem.name(), key);
        } catch (GeneralSecurityException none) {
            throw Pem.none(String.valueOf(file), KIND).because(none);
        }
    }

    /** Whether an installation can be called so. */
    public static boolean named(String name) {
        return !name.isBlank()
                && name.equals(name.strip())
                && name.length() <= LONGEST_NAME
                && name.codePoints().noneMatch(Character::isISOControl);
    }

    /** As its file holds it. */
    String text() {
        return Pem.text(name, KIND, key.getEncoded());
    }

    /** SHA-256 of the key (SubjectPublicKeyInfo, DER), lower-case hex. */
    public String fingerprint() {
        return Hash.of(key.getEncoded());
    }

    /** The fingerprint in groups of four, as people read it to each other. */
    public String grouped() {
        return grouped(fingerprint());
    }

    public static String grouped(String fingerprint) {
        return fingerprint.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** Whether it signed these very bytes. */
    public boolean signed(byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE) {
            return false;
        }
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException none) {
            return false;
        }
    }
}

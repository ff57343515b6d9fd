package redline.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what was handed in: of the scheme's bytes, followed by those of the conditions file where there is one. */
final class Digest {
    private Digest() {}

    static String of(Source scheme, Source conditions) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(scheme.bytes());
            if (conditions != null) {
                digest.update(conditions.bytes());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException neverOnJava) {
            throw new IllegalStateException(neverOnJava);
        }
    }
}

package redline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as lower-case hex. */
public final class Hash {
    private Hash() {}

    /** Of all parts, one after the other. */
    public static String of(byte[]... parts) {
        MessageDigest digest = begun();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return ended(digest);
    }

    /**
     * Of what a stream holds, read to its end and kept nowhere.
     *
     * @throws IOException where it cannot be read
     */
    public static String of(InputStream in) throws IOException {
        return copy(in, OutputStream.nullOutputStream());
    }

    /** Copies the rest of a stream, and tells the hash of it. */
    public static String copy(InputStream in, OutputStream out) throws IOException {
        MessageDigest digest = begun();
        new DigestInputStream(in, digest).transferTo(out);
        return ended(digest);
    }

    /** For what is written piece by piece; {@link #ended} tells the hash. */
    public static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    public static String ended(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}

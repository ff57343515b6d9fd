package redline.casefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import redline.quantity.Text;
import redline.seal.SealFault;
import redline.seal.SealingKey;
import redline.seal.TimeStamping;
import redline.seal.TrustList;

/**
 * What the office seals with, and whom it trusts. Files are read each time they are needed, so that a renewed certificate needs no restart; a
 * password stays in its file.
 *
 * @param key PKCS#12 file; empty: nothing is sealed here
 * @param password file whose first line is the password of the key
 * @param authority address of a time stamping authority; empty: no time stamps
 * @param trust certificates of issuers and signers; empty: nobody is trusted
 * @param trustPassword file whose first line is the password of {@code trust}, where that is PKCS#12; empty where it has none
 */
public record SealSettings(String key, String password, String authority, String trust, String trustPassword) {
    public static final SealSettings NONE = new SealSettings("", "", "", "", "");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A file that the operator named and that cannot be read. */
    static final class Unread extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Text what;

        Unread(String what, Throwable cause) {
            super(what, cause);
            this.what = new Text("服务器上的文件读不出：" + what, "a file of the server cannot be read: " + what);
        }

        Text what() {
            return what;
        }
    }

    public boolean seals() {
        return !key.isBlank();
    }

    public boolean stamps() {
        return !authority.isBlank();
    }

    SealingKey sealing() throws SealFault, Unread {
        return SealingKey.read(bytes("redline.seal.key", key), word("redline.seal.password-file", password));
    }

    /** Null where there are no time stamps. */
    TimeStamping stamping() throws SealFault {
        return stamps() ? new TimeStamping(authority, PATIENCE) : null;
    }

    TrustList trusted() throws SealFault, Unread {
        return trust.isBlank()
                ? TrustList.NONE
                : TrustList.read(
                        bytes("redline.seal.trust", trust),
                        trustPassword.isBlank() ? null : word("redline.seal.trust-password-file", trustPassword));
    }

    private static byte[] bytes(String setting, String file) throws Unread {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException | IllegalArgumentException none) {
            throw new Unread(setting, none);
        }
    }

    private static char[] word(String setting, String file) throws Unread {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(setting, file)))
                    .toString()
                    .lines()
                    .findFirst()
                    .orElse("")
                    .toCharArray();
        } catch (CharacterCodingException noText) {
            throw new Unread(setting, noText);
        }
    }
}

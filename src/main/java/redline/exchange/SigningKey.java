package redline.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.EnumSet;
import java.util.Set;

/** The key of this installation. Its private half never leaves the folder; only its owner can read it there. */
public final class SigningKey {
    public static final String PRIVATE_FILE = "redline.key";
    public static final String PUBLIC_FILE = "redline.pub";

    private static final String KIND = "PRIVATE KEY";
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Installation installation;
    private final PrivateKey key;

    private SigningKey(Installation installation, PrivateKey key) {
        this.installation = installation;
        this.key = key;
    }

    /**
     * Makes a key pair in a folder, which is made where it is not there.
     *
     * @throws KeyFault where there is a key already; it is left as it is
     */
    public static SigningKey make(Path folder, String name) throws IOException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(Installation.ALGORITHM).generateKeyPair();
            Installation installation = new Installation(name, pair.getPublic());
            Files.createDirectories(folder);
            Path secret = folder.resolve(PRIVATE_FILE);
            Path open = folder.resolve(PUBLIC_FILE);
            if (Files.exists(open)) {
                throw new FileAlreadyExistsException(open.toString());
            }
            boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
            FileAttribute<?>[] ownerOnly = posix
                    ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
                    : new FileAttribute<?>[0];
            // Never there for others, not even empty.
            Files.newByteChannel(secret, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)
                    .close();
            Files.writeString(
                    secret,
                    Pem.text("", KIND, pair.getPrivate().getEncoded()),
                    StandardCharsets.US_ASCII,
                    StandardOpenOption.WRITE);
            Files.writeString(open, installation.text(), StandardOpenOption.CREATE_NEW);
            return new SigningKey(installation, pair.getPrivate());
        } catch (FileAlreadyExistsException there) {
            throw new KeyFault(
                            String.valueOf(folder),
                            "里已有密钥，没有改动。换密钥请用另一个文件夹，并把新公钥交给对方",
                            "holds a key already; it was left as it is. For another key take another folder, and give the"
                                    + " new public key to the other side")
                    .because(there);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** @throws KeyFault where there is no key that can be used, or others can read it */
    static SigningKey open(Path folder) throws IOException {
        Path secret = folder.resolve(PRIVATE_FILE);
        Pem pem = Pem.read(secret, KIND);
        if (secret.getFileSystem().supportedFileAttributeViews().contains("posix")
                && !OWNER.containsAll(Files.getPosixFilePermissions(secret))) {
            throw new KeyFault(
                    String.valueOf(secret),
                    "别人也能读，请改成只有自己可读：chmod 600",
                    "can be read by others; keep it to its owner: chmod 600");
        }
        try {
            PrivateKey key =
                    KeyFactory.getInstance(Installation.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pem.der()));
            SigningKey opened = new SigningKey(Installation.read(folder.resolve(PUBLIC_FILE)), key);
            byte[] trial = opened.installation.name().getBytes(StandardCharsets.UTF_8);
            if (!opened.installation.signed(trial, opened.sign(trial))) {
                throw new KeyFault(
                        String.valueOf(folder),
                        "里的私钥和公钥不是一对。请从备份取回",
                        "holds two halves that do not belong together. Take them from a backup");
            }
            return opened;
        } catch (GeneralSecurityException none) {
            throw Pem.none(String.valueOf(secret), KIND).because(none);
        }
    }

    /** What others know it by. */
    public Installation installation() {
        return installation;
    }

    /** 64 bytes; the same for the same message. */
    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(Installation.ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}

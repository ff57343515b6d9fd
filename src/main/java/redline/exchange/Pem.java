package redline.exchange;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key as text: an optional line {@code Name: …}, then base64 between two lines that say what it is. Other programs read it, too. */
record Pem(String name, byte[] der) {
    private static final int LARGEST = 4096;
    private static final Pattern FORM = Pattern.compile("(?:Name: ([^\\r\\n]*)\\r?\\n)?-----BEGIN ([A-Z ]+)-----\\r?\\n"
            + "([A-Za-z0-9+/=\\r\\n]+)-----END \\2-----\\s*");

    /**
     * @param kind {@code PUBLIC KEY} or {@code PRIVATE KEY}
     * @throws KeyFault where the file holds no such key
     */
    static Pem read(Path file, String kind) throws IOException {
        String called = String.valueOf(file);
        try {
            if (Files.size(file) > LARGEST) {
                throw none(called, kind);
            }
            Matcher form = FORM.matcher(Files.readString(file));
            if (!form.matches() || !form.group(2).equals(kind)) {
                throw none(called, kind);
            }
            byte[] der = Base64.getDecoder().decode(form.group(3).replaceAll("[\\r\\n]", ""));
            return new Pem(form.group(1) == null ? "" : form.group(1).strip(), der);
        } catch (NoSuchFileException absent) {
            throw new KeyFault(
                            called,
                            "不存在。请先用 redline exchange key 生成密钥",
                            "is not there. Make a key first with redline exchange key")
                    .because(absent);
        } catch (CharacterCodingException | IllegalArgumentException noText) {
            throw none(called, kind).because(noText);
        }
    }

    static KeyFault none(String file, String kind) {
        return kind.startsWith("PUBLIC")
                ? new KeyFault(
                        file,
                        "不是公钥文件。请向对方要 redline.pub 原件，不要粘贴或另存",
                        "is no public key. Ask the other side for its file redline.pub as it is")
                : new KeyFault(
                        file,
                        "不是私钥文件。请从备份取回，或换一个文件夹重新生成",
                        "is no private key. Take it from a backup, or make a new one in another folder");
    }

    static String text(String name, String kind, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return (name.isEmpty() ? "" : "Name: " + name + "\n") + "-----BEGIN " + kind + "-----\n" + lines + "\n-----END "
                + kind + "-----\n";
    }
}

package redline.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import redline.seal.SealFault;
import redline.seal.TrustList;

/** Keys, passwords and lists of authorities as files, for {@code seal} and {@code verify-report}. A password is never an argument: others see those. */
final class SealFiles {
    static final String KEY_PASSWORD = "REDLINE_SEAL_PASSWORD";
    private static final String TRUST_PASSWORD = "REDLINE_TRUST_PASSWORD";
    private static final int LARGEST = 4 << 20;

    private SealFiles() {}

    /** @throws BadUsage where it cannot be read, or is too large for a key or a list */
    static byte[] read(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > LARGEST) {
                throw new BadUsage("文件太大，不是密钥或证书：" + file, "the file is too large for a key or certificates: " + file);
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new BadUsage("打不开文件：" + file, "cannot read the file: " + file).because(unreadable);
        }
    }

    static BadUsage refused(SealFault fault, Path file) {
        String where = file == null ? "" : file + "：";
        return new BadUsage(
                        where + fault.what().zh(),
                        where.replace("：", ": ") + fault.what().en())
                .because(fault);
    }

    /** The first line of a file. */
    static char[] password(Path file) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(read(file)));
            return text.toString().lines().findFirst().orElse("").toCharArray();
        } catch (CharacterCodingException noText) {
            throw new BadUsage("密码文件不是 UTF-8 文本：" + file, "the password file is no UTF-8 text: " + file)
                    .because(noText);
        }
    }

    /**
     * That of the key: from a file, else from the environment, else asked for.
     *
     * @param file null where none was named
     */
    static char[] keyPassword(Path file, Terminal terminal) {
        if (file != null) {
            return password(file);
        }
        String set = System.getenv(KEY_PASSWORD);
        if (set != null) {
            return set.toCharArray();
        }
        Console console = System.console();
        char[] typed = console == null
                ? null
                : console.readPassword("%s", terminal.say("密钥文件的密码：", "Password of the key file: "));
        if (typed == null) {
            throw new BadUsage(
                    "没有密钥文件的密码：请用 --password-file 指定一个文件，或设环境变量 " + KEY_PASSWORD,
                    "no password of the key file: name a file with --password-file, or set the environment variable "
                            + KEY_PASSWORD);
        }
        return typed;
    }

    /** @param file null where none was named: nobody is trusted then */
    static TrustList trust(Path file) {
        if (file == null) {
            return TrustList.NONE;
        }
        String password = System.getenv(TRUST_PASSWORD);
        try {
            return TrustList.read(read(file), password == null ? null : password.toCharArray());
        } catch (SealFault none) {
            throw refused(none, file);
        }
    }
}

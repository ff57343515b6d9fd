package redline.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * With whom this installation exchanges packages.
 *
 * @param own key that it signs with, null where it does not
 * @param trusted installations whose packages it takes, by file name
 */
public record Exchange(SigningKey own, List<Installation> trusted) {
    /** Signs nothing, trusts nobody. */
    public static final Exchange NONE = new Exchange(null, List.of());

    /** Folder of the public keys of others, in that of the own key. */
    public static final String TRUSTED = "trusted";

    /**
     * @param folder that {@link SigningKey#make} made; every file in its folder {@code trusted} is a public key
     * @throws KeyFault where one of them is none, or two are the same
     */
    public static Exchange open(Path folder) throws IOException {
        SigningKey own = SigningKey.open(folder);
        Path others = folder.resolve(TRUSTED);
        if (!Files.isDirectory(others)) {
            return new Exchange(own, List.of());
        }
        List<Path> files;
        try (Stream<Path> inside = Files.list(others)) {
            files = inside.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
        Map<String, Installation> trusted = new LinkedHashMap<>();
        for (Path file : files) {
            Installation one = Installation.read(file);
            if (trusted.put(one.fingerprint(), one) != null) {
                throw new KeyFault(
                        String.valueOf(file),
                        "与同一文件夹里的另一个是同一把公钥。请删去一个",
                        "is the same key as another file of this folder. Delete one of them");
            }
        }
        return new Exchange(own, List.copyOf(trusted.values()));
    }

    public boolean signs() {
        return own != null;
    }

    /** The own installation, or one that is trusted. */
    public Optional<Installation> known(String fingerprint) {
        return everyone().filter(one -> one.fingerprint().equals(fingerprint)).findFirst();
    }

    /** Who of them signed these very bytes. */
    public Optional<Installation> signer(byte[] message, byte[] signature) {
        return everyone().filter(one -> one.signed(message, signature)).findFirst();
    }

    private Stream<Installation> everyone() {
        return Stream.concat(own == null ? Stream.empty() : Stream.of(own.installation()), trusted.stream());
    }
}

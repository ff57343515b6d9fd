package redline.exchange;

import java.io.IOException;
import java.util.Map;
import redline.intake.Hash;

/** What tests of other packages do to a package. */
public final class PackageFiles {
    private PackageFiles() {}

    public static Map<String, byte[]> entries(byte[] zip) throws IOException {
        return SamplePackage.entries(zip);
    }

    public static byte[] zip(Map<String, byte[]> entries) throws IOException {
        return SamplePackage.zip(entries);
    }

    /** A package of no real check. */
    public static byte[] signedBy(SigningKey key) throws IOException {
        return SamplePackage.bytes(key);
    }

    public static String sha256(byte[] bytes) {
        return Hash.of(bytes);
    }
}

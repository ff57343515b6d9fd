package redline.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import redline.seal.SealFault;
import redline.seal.TrustList;

/** What a worker of this package is asked: files by name, whose signatures are trusted, and when certificates are to be in force; sent as a zip. */
record Asked(Map<String, byte[]> files, TrustList trust, Instant now) {
    private static final String TRUST = "trust.pem";
    private static final String NOW = "now";

    byte[] sent() {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(request)) {
            zip.setLevel(0);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                put(zip, file.getKey(), file.getValue());
            }
            put(zip, TRUST, trust.pem());
            put(zip, NOW, now.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return request.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    static Asked received(InputStream request) throws IOException, SealFault {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(request.readAllBytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        TrustList trust = TrustList.of(files.remove(TRUST));
        Instant now = Instant.parse(new String(files.remove(NOW), StandardCharsets.US_ASCII));
        return new Asked(files, trust, now);
    }
}
